/** For component tests: a screen with an app above it. */
import { render } from '@testing-library/svelte';
import axe from 'axe-core';
import type { Component } from 'svelte';
import { vi } from 'vitest';
import { App } from './app.svelte';
import type { Backend } from './backend';
import WithApp from './WithApp.svelte';

/** Renders a component below an app with this backend. Gives the app and testing-library's queries. */
export async function renderScreen<P extends Record<string, unknown>>(
  screen: Component<P>,
  props: P,
  backend: Backend,
) {
  const app = new App(backend, await backend.start(''));
  const rendered = render(WithApp, {
    props: { app, screen: screen as unknown as Component<Record<string, unknown>>, props },
  });
  return { app, ...rendered };
}

/** What axe finds wrong, as lines; jsdom draws nothing, so colours are checked elsewhere. */
export async function accessibilityFaults(root: Element = document.body): Promise<string[]> {
  const results = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return results.violations.map(
    (fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(' | ')}`,
  );
}

/** Stands in for what tells which pages are in sight: jsdom draws nothing, so none ever is. */
export function nothingInSight(): void {
  for (const name of ['IntersectionObserver', 'ResizeObserver']) {
    vi.stubGlobal(
      name,
      class {
        observe() {}
        disconnect() {}
      },
    );
  }
}
