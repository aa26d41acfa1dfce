import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import Menu from './Menu.svelte';

afterEach(cleanup);

it('says what it is called on hover, and not over its own lines while it is open', async () => {
  render(Menu, { props: { label: 'More on this', items: [{ label: 'Open', run: () => {} }] } });
  const button = screen.getByRole('button', { name: 'More on this' });
  expect(button).toHaveAttribute('title', 'More on this');
  await userEvent.setup({ delay: null }).click(button);
  expect(screen.getByRole('menuitem', { name: 'Open' })).toBeVisible();
  expect(button, 'the words would hide the first line').not.toHaveAttribute('title');
});
