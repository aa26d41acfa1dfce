import { cleanup, configure, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeBackend } from '$lib/backend/fake/backend';
import { accessibilityFaults, renderScreen } from '$lib/testing';
import RegionCard from './RegionCard.svelte';

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const country = () => screen.findByRole('combobox', { name: 'Country' });

describe('where the household lives', () => {
  it('is proposed by the computer and taken with one click', async () => {
    const backend = new FakeBackend();
    await renderScreen(RegionCard, {}, backend);
    await userEvent.click(await screen.findByRole('button', { name: /^It is / }));
    expect((await backend.regionBoard('en-US')).region, 'what was proposed is kept').toBe('US');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('can be a part of a country, with the years that are known', async () => {
    const backend = new FakeBackend();
    await renderScreen(RegionCard, {}, backend);
    await userEvent.selectOptions(await country(), 'GB');
    const part = await screen.findByRole('combobox', { name: /Part of it/ });
    await userEvent.selectOptions(part, 'GB-SCT');
    expect((await backend.regionBoard('')).region, 'Scotland has holidays of its own').toBe(
      'GB-SCT',
    );
    expect(await screen.findByText(/from 2020 to 2035/), 'nobody should guess').toBeTruthy();
  });

  it('says where only the weekends are known', async () => {
    const backend = new FakeBackend();
    await renderScreen(RegionCard, {}, backend);
    await userEvent.selectOptions(await country(), 'NP');
    expect(await screen.findByText(/only its weekends/)).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: /Part of it/ }), 'it has no parts').toBeNull();
  });
});
