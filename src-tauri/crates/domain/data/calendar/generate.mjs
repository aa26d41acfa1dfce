// Writes holidays.txt, the table of days on which business rests, from the npm library
// `date-holidays` and from corrections.txt. Run by hand after a new release of the library or a
// new correction:
//
//     npm ci && npm run generate
//
// `date-holidays` was chosen because it states a rule for each holiday, so that years to come can
// be computed; because it names the regions of a country; because it is kept (several releases a
// year); and because its licence allows the result to be used with attribution. What it does not
// know, or knows differently from a country's own announcements, stands in corrections.txt, each
// with its source.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const Holidays = require('date-holidays');
const { version, license } = require('date-holidays/package.json');

const FROM = 2020;
const TO = 2035;
const DAY = 86_400_000;

// The days of the week on which business rests, 1 for Monday to 7 for Sunday, and the countries
// whose parts have holidays of their own in the table. A second pair is what holds from its day.
const COUNTRIES = {
  AE: { weekend: '56>20220101>67' },
  AT: {},
  AU: { parts: true },
  BR: { parts: true },
  CA: { parts: true },
  CH: { parts: true },
  CN: { years: [2020, 2026] },
  DE: { parts: true },
  EG: { weekend: '56' },
  ES: { parts: true },
  FR: {},
  GB: { parts: ['ENG', 'NIR', 'SCT', 'WLS'], types: ['public', 'bank'] },
  IE: {},
  IL: { weekend: '56' },
  IN: { years: [2024, 2026] },
  IT: {},
  JP: {},
  KR: {},
  MX: {},
  NL: {},
  NP: { weekend: '6', years: [] },
  NZ: { parts: true },
  PL: {},
  SA: { weekend: '56' },
  SE: {},
  US: { parts: true },
  ZA: {},
};

// What a country is also called, besides its code, its English name and its name in its own language.
const CALLED = {
  AE: ['ARE', 'UAE', 'Emirates'],
  AT: ['AUT'],
  AU: ['AUS'],
  BR: ['BRA', 'Brazil'],
  CA: ['CAN'],
  CH: ['CHE', 'Suisse', 'Svizzera'],
  CN: ['CHN', "People's Republic of China"],
  DE: ['DEU', 'GER'],
  EG: ['EGY'],
  ES: ['ESP'],
  FR: ['FRA'],
  GB: ['GBR', 'UK', 'Great Britain', 'Britain'],
  IE: ['IRL', 'Republic of Ireland'],
  IL: ['ISR'],
  IN: ['IND', 'Bharat'],
  IT: ['ITA'],
  JP: ['JPN'],
  KR: ['KOR', 'Korea', 'Republic of Korea'],
  MX: ['MEX'],
  NL: ['NLD', 'Holland', 'The Netherlands'],
  NP: ['NPL'],
  NZ: ['NZL', 'Aotearoa'],
  PL: ['POL'],
  SA: ['SAU', 'KSA'],
  SE: ['SWE'],
  US: ['USA', 'United States', 'America'],
  ZA: ['ZAF'],
};

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const lines = (name) =>
  readFileSync(here(name), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));

// A correction is `verb | regions | what | name | source`; the columns are explained in the file.
const corrections = lines('corrections.txt').map((line) => {
  const [verb, regions, what, name, source] = line.split('|').map((part) => part.trim());
  if (!source) throw new Error(`a correction without a source: ${line}`);
  return { verb, regions: regions.split(' '), what, name };
});

function of(region, verb) {
  const country = region.slice(0, 2);
  const meant = (one) => one === region || one === `${country}-*`;
  return corrections.filter((one) => one.verb === verb && one.regions.some(meant));
}

// Every day of a year's holiday: many last several.
function spread({ date, start, end }) {
  const first = Date.parse(date.slice(0, 10));
  const days = Math.floor((end - start) / DAY + 0.1);
  return Array.from({ length: days }, (_, at) => first + at * DAY);
}

const compact = (time) => new Date(time).toISOString().slice(0, 10).replaceAll('-', '');

function computed(region, types) {
  const [country, part] = region.split('-');
  const calendar = part ? new Holidays(country, part) : new Holidays(country);
  calendar.setLanguages('en');
  for (const { what, name } of of(region, 'rule')) {
    if (!calendar.setHoliday(what, { name: { en: name }, type: 'public' })) throw new Error(what);
  }
  const shifts = of(region, 'shift');
  const found = new Map();
  for (let year = FROM - 1; year <= TO + 1; year += 1) {
    for (const holiday of calendar.getHolidays(year) || []) {
      if (!types.includes(holiday.type)) continue;
      const shift = shifts.find((one) => one.name === holiday.name);
      for (const day of spread(holiday)) {
        const date = compact(day + (shift ? Number(shift.what) * DAY : 0));
        const known = found.get(date);
        if (!known || holiday.name.length < known.length) found.set(date, tidy(holiday.name));
      }
    }
  }
  return found;
}

const tidy = (name) => name.replace(' (substitute day)', ' (observed)').replaceAll('|', '/');

// The days of a correction: a date, several, or nothing for every day of that name.
const dates = (what) => what.replaceAll('-', '').split(' ').filter((date) => /^\d{8}$/.test(date));

function corrected(region, types) {
  const found = computed(region, types);
  for (const { what, name } of of(region, 'drop')) {
    const only = dates(what);
    for (const [date, holiday] of [...found]) {
      const same = holiday === name || holiday === `${name} (observed)`;
      if (same && (only.length === 0 || only.includes(date))) found.delete(date);
    }
  }
  for (const { what, name } of of(region, 'add')) {
    for (const date of dates(what)) found.set(date, name);
  }
  return found;
}

function within(found, [from, to]) {
  const inside = ([date]) => Number(date.slice(0, 4)) >= from && Number(date.slice(0, 4)) <= to;
  return new Map([...found].filter(inside).sort());
}

// `0101` is that day of every year of the country, `250120` is one day.
function packed(days, years) {
  const times = new Map();
  for (const date of days) times.set(date.slice(4), (times.get(date.slice(4)) ?? 0) + 1);
  const each = [...times].filter(([, count]) => count === years).map(([day]) => day);
  const single = days.filter((date) => !each.includes(date.slice(4))).map((date) => date.slice(2));
  return [...each, ...single].join(' ');
}

function rows(found, [from, to], sign = '') {
  const byName = new Map();
  for (const [date, name] of found) byName.set(name, [...(byName.get(name) ?? []), date]);
  return [...byName].map(([name, days]) => `${sign}${name}|${packed(days, to - from + 1)}`);
}

const names = new Holidays();
const english = { ...names.getCountries('en'), IT: 'Italy', NP: 'Nepal' };
const native = names.getCountries();

function country(code, { weekend = '67', years = [FROM, TO], parts = [], types = ['public'] }) {
  const whole = within(corrected(code, types), years);
  const called = [...new Set([native[code] ?? english[code], ...CALLED[code]])].join(';');
  const out = [
    `@${code}|${english[code]}|${weekend}|${years.join('-')}|${called}`,
    ...rows(whole, years),
  ];
  const states = parts.length || parts === true ? names.getStates(code, 'en') : {};
  for (const part of parts === true ? Object.keys(states) : parts) {
    const there = within(corrected(`${code}-${part}`, types), years);
    const more = new Map([...there].filter(([date]) => !whole.has(date)));
    const less = new Map([...whole].filter(([date]) => !there.has(date)));
    out.push(`@${code}-${part}|${states[part]}`, ...rows(more, years), ...rows(less, years, '-'));
  }
  return out;
}

const head = `# Days on which business rests, by country and region. Written by generate.mjs; never edited by hand.
#
# Source: date-holidays ${version} (npm), computed for ${FROM} to ${TO} by \`npm ci && npm run generate\`, with
# the corrections of corrections.txt. The data of date-holidays is under ${license};
# copyright 2016- commenthol and contributors (https://github.com/commenthol/date-holidays), with
# attributions to Wikipedia. It is used and changed here under CC BY 3.0
# (https://creativecommons.org/licenses/by/3.0/).
#
# @country|name|days of the week at rest, 1 is Monday; ">day>" is since when|years that are known|other names
# @country-part|name, followed by what differs from the country: name|days, or -name|days
# name|days: MMDD is that day of every known year, YYMMDD one day
`;
const body = Object.entries(COUNTRIES).flatMap(([code, options]) => country(code, options));
writeFileSync(here('holidays.txt'), `${head}${body.join('\n')}\n`);
