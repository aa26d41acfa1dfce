import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
    { ignores: ['dist', 'dist-preview', 'node_modules', 'src/lib/backend/generated.ts'] },
    js.configs.recommended,
    ...ts.configs.strict,
    ...svelte.configs.recommended,
    {
        languageOptions: { globals: { ...globals.browser } },
        rules: {
            // Text is text: nothing that people or vendors wrote is ever read as HTML.
            'svelte/no-at-html-tags': 'error',
            'svelte/no-navigation-without-resolve': 'off',
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
            'no-restricted-imports': [
                'error',
                {
                    patterns: [
                        {
                            group: ['@tauri-apps/*', '**/generated'],
                            message: 'Screens know the backend by $lib/backend only.',
                        },
                    ],
                },
            ],
        },
    },
    {
        files: ['**/*.svelte', '**/*.svelte.ts'],
        languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    },
    {
        files: ['src/lib/backend/*.ts'],
        rules: { 'no-restricted-imports': 'off' },
    },
);
