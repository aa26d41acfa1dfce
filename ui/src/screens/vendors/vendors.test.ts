import { cleanup, configure, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend, Contact, Vendor } from '$lib/backend';
import { FakeBackend } from '$lib/backend/fake/backend';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import { toasts } from '$lib/toasts.svelte';
import ContactPage from './ContactPage.svelte';
import VendorPage from './VendorPage.svelte';
import VendorsPage from './VendorsPage.svelte';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });
const VENDOR = 'northbank';
const HELPER = 'dana';
let backend: FakeBackend;
const user = userEvent.setup({ delay: null });

beforeEach(() => (backend = new FakeBackend()));
afterEach(() => {
  cleanup();
  toasts.clear();
});

describe('vendors and people', () => {
  it('are found by a person’s name as well as by their own', async () => {
    await renderScreen(VendorsPage, {}, backend);
    await user.type(await screen.findByLabelText('Search vendors and people'), 'dana');
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
    expect(screen.getByRole('link', { name: 'Northbank Trust' })).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('keep every channel and other name of a vendor that is edited', async () => {
    const saved: Vendor[] = [];
    const save = backend.saveVendor;
    (backend as Backend).saveVendor = (vendor) => {
      saved.push(vendor);
      return save(vendor);
    };
    const before = (await backend.vendor(VENDOR)).vendor;
    await renderScreen(VendorPage, { id: VENDOR }, backend);
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(screen.getByRole('menuitem', { name: 'Edit' }));
    await user.click(await screen.findByRole('button', { name: 'Another channel' }));
    const next = before.channels.length + 1;
    await user.type(screen.getByLabelText(`Number, address or page ${next}`), '555-0123');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toEqual({
      ...before,
      channels: [...before.channels, { id: null, kind: 'phone', value: '555-0123', label: null }],
    });
  });

  it('get a person whose supervisor is a colleague', async () => {
    const saved: Contact[] = [];
    const save = backend.saveContact;
    (backend as Backend).saveContact = (contact) => {
      saved.push(contact);
      return save(contact);
    };
    await renderScreen(VendorPage, { id: VENDOR }, backend);
    await user.click(await screen.findByRole('button', { name: 'Add a person' }));
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Ola Nord');
    const supervisor = screen.getByRole('combobox', { name: /Supervisor/ });
    await user.type(supervisor, 'Somebody unknown');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/“Somebody unknown” is not in the list/)).toBeVisible();
    await user.clear(supervisor);
    await user.type(supervisor, 'Marcus Bell');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toMatchObject({ id: null, vendor: VENDOR, name: 'Ola Nord' });
    expect(saved[0]?.supervisor).toBe('marcus');
  });

  it('are thanked in one click', async () => {
    const thank = vi.spyOn(backend, 'thank');
    await renderScreen(ContactPage, { id: HELPER }, backend);
    await user.click(await screen.findByRole('button', { name: 'Thanked today' }));
    const { day } = await backend.start();
    expect(thank).toHaveBeenCalledWith('transfer', HELPER, day);
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Thanked today' })).not.toBeInTheDocument(),
    );
    expect(await accessibilityFaults()).toEqual([]);
  });
});
