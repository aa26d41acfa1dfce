/** Three countries, as an example of where a household may live. */
import type { RegionCountry } from '../types';

const KNOWN: [number, number] = [2020, 2035];

export const COUNTRIES: RegionCountry[] = [
  { code: 'NP', name: 'Nepal', years: null, parts: [] },
  {
    code: 'GB',
    name: 'United Kingdom',
    years: KNOWN,
    parts: [
      { code: 'GB-ENG', name: 'England' },
      { code: 'GB-SCT', name: 'Scotland' },
    ],
  },
  { code: 'US', name: 'United States of America', years: KNOWN, parts: [] },
];
