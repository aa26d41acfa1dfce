import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  resolve: {
    alias: {
      $lib: at('./src/lib'),
      $screens: at('./src/screens'),
      // The window talks to Rust; the preview in a browser and the tests talk to an invented
      // household. Only one of the two is ever bundled.
      '$backend/chosen': at(
        mode === 'preview' ? './src/lib/backend/fake/chosen.ts' : './src/lib/backend/chosen.ts',
      ),
    },
    // Tests run in Node, where Svelte would otherwise resolve to its server half.
    ...(mode === 'test' ? { conditions: ['browser'] } : {}),
  },
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  // The content security policy allows neither inline scripts nor fonts as data.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    outDir: mode === 'preview' ? 'dist-preview' : 'dist',
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/test-setup.ts'],
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
    // Whole screens are drawn in jsdom, next to builds that use the same two cores.
    testTimeout: 30_000,
  },
}));
