/** Search in the invented household: every word, its beginning enough, without accents. */
import type { Hit, HitGroup, HitKind, SearchQuery, Span } from '../types';
import { id, type Case, type Household } from './record';
import { Views } from './views';

const KINDS: HitKind[] = [
  'disputes',
  'facts',
  'money',
  'agreed',
  'people',
  'vendors',
  'letters',
  'documents',
  'bank',
];
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
const wordsOf = (text: string) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** One thing that can be found, with the texts that it is found by. */
type Entry = { kind: HitKind; hit: Hit; title: string; texts: string[]; note?: string | null };

export function searchIn(home: Household, query: SearchQuery): HitGroup[] {
  const words = wordsOf(query.words);
  if (words.length === 0) return [];
  const ranked = entriesOf(home).flatMap((entry) => {
    const rank = rankOf(entry, words);
    return rank === null ? [] : [{ rank, kind: entry.kind, hit: shown(entry, words) }];
  });
  const groups = KINDS.filter((kind) => query.kinds.length === 0 || query.kinds.includes(kind))
    .map((kind) => {
      const found = ranked.filter((one) => one.kind === kind).sort((a, b) => a.rank - b.rank);
      const hits = found.slice(0, query.limit).map((one) => one.hit);
      return { best: found[0]?.rank ?? 9, kind, hits, more: found.length > hits.length };
    })
    .filter((group) => group.hits.length > 0);
  return groups
    .sort((a, b) => a.best - b.best)
    .map(({ kind, hits, more }) => ({ kind, hits, more }));
}

const has = (text: string, word: string) => wordsOf(text).some((one) => one.startsWith(word));

function rankOf(entry: Entry, words: string[]): number | null {
  if (words.every((word) => has(entry.title, word))) return 1;
  const all = [entry.title, ...entry.texts, entry.note ?? ''];
  return words.every((word) => all.some((text) => has(text, word))) ? 2 : null;
}

function shown(entry: Entry, words: string[]): Hit {
  const open = [entry.title, ...entry.texts];
  const hidden = words.some((word) => !open.some((text) => has(text, word)));
  const best = entry.texts.find((text) => words.some((word) => has(text, word)));
  const excerpt = hidden ? (entry.note ?? '') : (best ?? entry.texts[0] ?? '');
  return {
    ...entry.hit,
    title: marked(entry.title, words),
    excerpt: marked(excerpt, words),
    private: hidden,
  };
}

/** A text in spans, with the words that begin as those asked for marked. */
function marked(text: string, words: string[]): Span[] {
  return text
    .split(/([\p{L}\p{M}\p{N}]+)/u)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part,
      marked: words.some((word) => plain(part).startsWith(word)),
    }));
}

function entriesOf(home: Household): Entry[] {
  const views = new Views(home);
  const ofCases = home.cases.flatMap((one) => ofCase(home, views, one));
  const vendors = home.vendors.map((vendor): Entry => ({
    kind: 'vendors',
    title: vendor.name,
    texts: vendor.knownAs,
    hit: bare('vendor', id(vendor)),
  }));
  const people = home.contacts.map((contact): Entry => ({
    kind: 'people',
    title: contact.name,
    texts: [contact.job ?? ''],
    hit: { ...bare('person', id(contact)), names: [views.vendor(contact.vendor).name] },
  }));
  const members = home.members.map((member): Entry => ({
    kind: 'people',
    title: member.name,
    texts: [...member.address, member.phone ?? '', member.email ?? ''],
    hit: bare('member', id(member)),
  }));
  const lines = home.bank.statements.flatMap((statement) =>
    statement.lines.map((line, number): Entry => ({
      kind: 'bank',
      title: '',
      texts: [line.text, line.party ?? '', line.reference ?? '', line.amount.amount],
      hit: {
        ...bare('line', statement.id),
        names: line.party ? [line.party] : [],
        on: line.on,
        line: number,
        amount: line.amount,
      },
    })),
  );
  return [...ofCases, ...vendors, ...people, ...members, ...lines];
}

function ofCase(home: Household, views: Views, one: Case): Entry[] {
  const dispute = views.named(one);
  const lies = (what: Hit['what'], record: { id: string | null }, on: string | null): Hit => ({
    ...bare(what, id(record)),
    dispute,
    on,
  });
  const entry = (
    kind: HitKind,
    title: string | null,
    texts: (string | null)[],
    hit: Hit,
  ): Entry => ({
    kind,
    title: title ?? '',
    texts: texts.flatMap((text) => (text ? [text] : [])),
    hit,
  });
  const events = one.events.map((event): Entry => {
    const names = event.contacts.flatMap(
      (contact) => home.contacts.find((known) => known.id === contact)?.name ?? [],
    );
    const hit = { ...lies('event', event, event.at.slice(0, 10)), names, channel: event.channel };
    const texts = [...event.facts.map((fact) => fact.text), ...names];
    return { ...entry('facts', '', texts, hit), note: event.note };
  });
  return [
    entry(
      'disputes',
      one.dispute.title,
      [one.dispute.goal, views.row(one).reference, ...one.parties.map((it) => it.reference)],
      lies('dispute', one.dispute, one.dispute.openedOn),
    ),
    ...events,
    ...one.claims.map(({ claim, movements }) =>
      entry(
        'money',
        claim.reason,
        [`${claim.amount.amount} ${claim.amount.currency}`, ...movements.map((it) => it.reference)],
        lies('claim', claim, claim.aroseOn),
      ),
    ),
    ...one.promises.map((it) => entry('agreed', it.what, [], lies('promise', it, it.madeOn))),
    ...(one.issues ?? []).map((it) =>
      entry('agreed', it.question, [it.term, it.source, it.reply], lies('issue', it, it.repliedOn)),
    ),
    ...one.offers.map((it) => entry('agreed', it.terms, [], lies('offer', it, it.on))),
    ...one.remedies.map(({ remedy }) =>
      entry('agreed', remedy.what, [remedy.caveat], lies('remedy', remedy, remedy.agreedOn)),
    ),
    ...one.nextSteps.map((it) => entry('agreed', it.what, [], lies('step', it, it.on))),
    ...one.attachments.map((it) =>
      entry(
        'documents',
        it.caption ?? it.name,
        [it.name],
        lies('file', it, it.addedAt.slice(0, 10)),
      ),
    ),
  ];
}

function bare(what: Hit['what'], record: string): Hit {
  return {
    what,
    id: record,
    dispute: null,
    title: [],
    excerpt: [],
    names: [],
    on: null,
    private: false,
    page: null,
    line: null,
    amount: null,
    channel: null,
    letterKind: null,
  };
}
