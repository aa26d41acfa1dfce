/** The timeline in sentences: who did what, in parts that a screen can link and tests can read. */
import type {
  Channel,
  ClosedAs,
  Direction,
  EventNoun,
  MovementKind,
  Money,
  Named,
  Person,
  TimelineWhat,
} from '$lib/backend';
import { dayText } from '$lib/words/dates';
import { moneyText } from '$lib/words/money';

/** A piece of a sentence: words, somebody or something to go to, or a sum. */
export type Part = { text: string } | { person: Person } | { vendor: Named } | { money: Money };

/** A sentence, and what belongs under it in the person's own words. */
export type Told = { line: Part[]; under: string | null; meta: string[] };

const text = (words: string): Part => ({ text: words });

/** A template such as `We called {who}`: with somebody to name, and without. */
type Way = { named: string; alone: string };
const way = (named: string, alone: string): Way => ({ named, alone });

const WAYS: Record<Channel, Record<Exclude<Direction, 'internal'>, Way>> = {
  phone: {
    out: way('We called {who}', 'We made a call'),
    in: way('{who} called us', 'A call came'),
  },
  email: {
    out: way('We wrote an e-mail to {who}', 'We wrote an e-mail'),
    in: way('{who} sent us an e-mail', 'An e-mail came'),
  },
  letter: {
    out: way('We wrote a letter to {who}', 'We wrote a letter'),
    in: way('{who} wrote us a letter', 'A letter came'),
  },
  web_form: {
    out: way('We filled in a web form of {who}', 'We filled in a web form'),
    in: way('{who} answered through their web form', 'An answer came through a web form'),
  },
  chat: {
    out: way('We chatted with {who}', 'We had a chat'),
    in: way('{who} opened a chat with us', 'A chat was opened with us'),
  },
  social: {
    out: way('We wrote to {who} on social media', 'We wrote on social media'),
    in: way('{who} wrote to us on social media', 'A message came on social media'),
  },
  visit: {
    out: way('We went to see {who}', 'We went there'),
    in: way('{who} came to see us', 'Somebody came to see us'),
  },
  statement: {
    out: way('We sent a statement to {who}', 'We sent a statement'),
    in: way('A statement of {who} came', 'A statement came'),
  },
  other: {
    out: way('We turned to {who}', 'We did something'),
    in: way('{who} turned to us', 'Something happened'),
  },
};

/** `Dana Ruiz and Marcus Bell of Northbank Trust`, as parts. */
function who(people: Person[], vendor: Named | null): Part[] {
  if (people.length === 0) return vendor ? [{ vendor }] : [];
  const parts: Part[] = [];
  people.forEach((person, index) => {
    if (index > 0) parts.push(text(index === people.length - 1 ? ' and ' : ', '));
    parts.push({ person });
  });
  const place = vendor ?? people[0]?.vendor;
  if (place) parts.push(text(' of '), { vendor: place });
  return parts;
}

/** Puts the parts in the place of `{who}`. A template without it names nobody. */
function fill(template: string, parts: Part[]): Part[] {
  if (!template.includes('{who}')) return template ? [text(template)] : [];
  const [before = '', after = ''] = template.split('{who}');
  return [text(before), ...parts, text(after)].filter((part) => !('text' in part && !part.text));
}

/** How an event went, such as `42 min` or `nobody answered`. */
export function eventMeta(event: EventNoun): string[] {
  const meta: string[] = [];
  if (event.precision === 'about') meta.push('about this time');
  if (event.precision === 'unknown') meta.push('day not known for sure');
  if (event.answered === false) meta.push('nobody answered');
  if (event.waitedMinutes) meta.push(`waited ${event.waitedMinutes} min`);
  if (event.minutes) meta.push(`took ${event.minutes} min`);
  return meta;
}

/** Who reached whom, by which channel. */
export function eventLine(event: EventNoun, people: Person[], vendor: Named | null): Part[] {
  const whom = who(people, vendor);
  if (event.direction === 'internal') {
    if (whom.length === 0) return [text('A note of ours')];
    return [text('A note of ours on '), ...whom];
  }
  const { named, alone } = WAYS[event.channel][event.direction];
  return whom.length > 0 ? fill(named, whom) : [text(alone)];
}

const MOVED: Record<MovementKind, [string, string]> = {
  received: ['{who} paid ', ''],
  credited: ['{who} credited ', ''],
  provisional_credit: ['{who} credited ', ' for the time being'],
  waived: ['{who} waived ', ''],
  written_off: ['We gave up ', ' that {who} owed'],
  reversed: ['{who} took back ', ''],
};

function moved(kind: MovementKind, money: Money, vendor: Named): Part[] {
  const [before, after] = MOVED[kind];
  return [...fill(before, [{ vendor }]), { money }, ...fill(after, [{ vendor }])];
}

function one(person: Person | null, vendor: Named | null, nobody: string): Part[] {
  const parts = who(person ? [person] : [], vendor);
  return parts.length > 0 ? parts : [text(nobody)];
}

const ENDED_AS: Record<ClosedAs, string> = {
  settled: 'The dispute was closed as settled',
  accepted_less: 'The dispute was closed; we accepted less',
  dropped: 'The dispute was dropped',
};

const told = (line: Part[], under: string | null = null, meta: string[] = []): Told => ({
  line,
  under,
  meta,
});

/** An entry of the timeline in words. `today` decides which days need their year. */
export function tell(what: TimelineWhat, today: string): Told {
  switch (what.kind) {
    case 'opened':
      return told([text('The dispute began')]);
    case 'closed':
      return told([text(what.how ? ENDED_AS[what.how] : 'The dispute was closed')]);
    case 'event':
      return told(eventLine(what.event, what.people, what.vendor), null, eventMeta(what.event));
    case 'claim_arose':
      return told(
        [{ vendor: what.vendor }, text(' owes us '), { money: what.amount }],
        what.reason,
      );
    case 'moved':
      return told(
        moved(what.movement, what.amount, what.vendor),
        what.reason,
        what.reference ? [what.reference] : [],
      );
    case 'promised':
      return told(
        [...one(what.by, what.vendor, 'They'), text(' promised')],
        what.promise.what,
        what.promise.dueOn ? [`due ${dayText(what.promise.dueOn, today)}`] : [],
      );
    case 'promise_ended':
      return told(promiseEnded(what.outcome, what.by), what.what);
    case 'offered':
      return told(
        [
          ...one(what.by, what.vendor, 'They'),
          text(' made an offer'),
          ...(what.amount ? [text(' of '), { money: what.amount }] : []),
        ],
        what.terms,
      );
    case 'offer_answered':
      return told(
        [text(what.answer === 'accepted' ? 'We accepted the offer' : 'We declined the offer')],
        what.terms,
      );
    case 'climbed':
      return told(
        [text('We went up to '), ...one(what.contact, what.vendor, 'the next step')],
        what.reason,
      );
    case 'helped':
      return told([{ person: what.contact }, text(' helped us')], what.did);
    case 'thanked':
      return told([text('We thanked '), { person: what.contact }]);
    case 'agreed':
      return told(
        [...one(what.by, what.vendor, 'They'), text(' agreed')],
        what.what,
        [
          what.scope ? `Covers: ${what.scope}` : '',
          what.caveat ? `Depends on: ${what.caveat}` : '',
        ].filter(Boolean),
      );
    case 'delivered':
      return told([text('What was agreed was done')], what.what);
    case 'checked':
      return told([text(CHECKED[what.result])], what.what, what.note ? [what.note] : []);
    case 'step_done':
      return told([text('We did what we had planned')], what.what);
  }
}

const CHECKED = {
  holds: 'We looked: it still holds',
  does_not_hold: 'We looked: it no longer holds',
  unclear: 'We looked: it is not clear yet whether it holds',
} as const;

function promiseEnded(outcome: 'kept' | 'broken' | 'withdrawn', by: Person | null): Part[] {
  const they: Part[] = by ? [{ person: by }] : [text('They')];
  const did = {
    kept: ' kept the promise',
    broken: ' did not keep the promise',
    withdrawn: ' withdrew the promise',
  }[outcome];
  return [...they, text(did)];
}

/** A sentence as plain text, for labels and lists to choose from. */
export function plain(parts: Part[]): string {
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      if ('person' in part) return part.person.name;
      if ('vendor' in part) return part.vendor.name;
      return moneyText(part.money);
    })
    .join('');
}
