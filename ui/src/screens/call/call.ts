/** What stands in the sheet while a call is logged, and what is sent of it. */
import type {
  Call,
  CallAnswers,
  CallSheet,
  Channel,
  Direction,
  DisputeView,
  NextStep,
  SaidFact,
  VendorChoice,
  VendorKind,
} from '$lib/backend';
import { instantOf, nowInstant } from '$lib/clock';
import {
  NO_CHOICE,
  optional,
  wholeNumber,
  dayEntry,
  moneyEntry,
  timeEntry,
  type Choice,
  type DayEntry,
  type MoneyEntry,
  type TimeEntry,
} from '$lib/entries';
import { elapsed, minutesOf, startTimer, type Timer } from './timer';

/** The drafts of calls are named by this and the dispute's id. */
export const CALL_DRAFT = 'log-call:';

/** How a fact stands: only noted, acknowledged by them, disputed by them, or not sure. */
export type Standing = 'noted' | 'acknowledged' | 'disputed' | 'unsure';
export type SaidLine = { text: string; standing: Standing };
export type PersonLine = { choice: Choice; job: string; phone: string };
export type PromiseLine = { what: string; due: DayEntry };
export type StepLine = { what: string; on: DayEntry; at: TimeEntry; channel: Channel | '' };
export type OwingLine = {
  vendor: Choice;
  kind: VendorKind;
  amount: MoneyEntry;
  reason: string;
  due: DayEntry;
};

/** The rarer parts of the sheet, folded until they are asked for. */
export type Fold = 'promise' | 'step' | 'note' | 'helped' | 'rung' | 'owing' | 'how';

/** The answers to the questions that are worth asking. */
export type AnswerFields = {
  reference: string;
  supervisor: string;
  rationale: string;
  alternatives: string;
  backWho: string;
  backBy: DayEntry;
};

export type CallValue = {
  timer: Timer;
  /** Set once the call has gone on long enough to be worth keeping, though nothing was typed. */
  worthKeeping: boolean;
  /** Minutes typed by hand; null while they follow the timer. */
  waited: string | null;
  talked: string | null;
  channel: Channel;
  direction: Direction;
  /** Null for now; a day and perhaps a time for a call of earlier. */
  earlier: { day: DayEntry; time: TimeEntry; about: boolean } | null;
  vendor: Choice;
  vendorKind: VendorKind;
  people: PersonLine[];
  facts: SaidLine[];
  note: string;
  promises: PromiseLine[];
  steps: StepLine[];
  helped: string;
  climbedBecause: string;
  owing: OwingLine[];
  finished: string[];
  answers: AnswerFields;
  nobody: boolean;
  unfolded: Fold[];
  /** The person whom the call was begun for; naming only them is nothing written yet. */
  asked?: string | null;
};

/** Channels that are waited on and talked over. */
export function isTimed(channel: Channel): boolean {
  return channel === 'phone' || channel === 'chat' || channel === 'visit';
}

export const newPerson = (): PersonLine => ({ choice: { ...NO_CHOICE }, job: '', phone: '' });
export const newFact = (text = ''): SaidLine => ({ text, standing: 'noted' });
export const newPromise = (): PromiseLine => ({ what: '', due: dayEntry(null) });
export const newStep = (): StepLine => ({
  what: '',
  on: dayEntry(null),
  at: timeEntry(null),
  channel: '',
});
export const newOwing = (currency: string): OwingLine => ({
  vendor: { ...NO_CHOICE },
  kind: 'other',
  amount: moneyEntry(null, currency),
  reason: '',
  due: dayEntry(null),
});

/** The vendor that a call about this dispute most likely goes to. */
export function likelyVendor(view: DisputeView): Choice {
  const next = view.next?.vendor ?? view.next?.person?.vendor;
  const owing = view.owed.find((of) => !/^0*(\.0*)?$/.test(of.balance.outstanding.amount));
  const likely = next ?? owing?.vendor ?? view.parties[0]?.vendor;
  return likely ? { id: likely.id, name: likely.name } : { ...NO_CHOICE };
}

/** The sheet as it opens. `opened` is when it was asked for, `person` who is to be called. */
export function emptyCall(view: DisputeView, opened: number, person: string | null): CallValue {
  const asked = view.people.find((one) => one.id === person);
  const choice = asked && { id: asked.id, name: asked.name };
  const { id, name } = asked?.vendor ?? likelyVendor(view);
  return {
    timer: startTimer(opened),
    worthKeeping: false,
    waited: null,
    talked: null,
    channel: 'phone',
    direction: 'out',
    earlier: null,
    vendor: { id, name },
    vendorKind: 'other',
    people: [choice ? { ...newPerson(), choice } : newPerson()],
    facts: [newFact()],
    note: '',
    promises: [],
    steps: [],
    helped: '',
    climbedBecause: '',
    owing: [],
    finished: [],
    answers: {
      ...{ reference: '', supervisor: '', rationale: '', alternatives: '', backWho: '' },
      backBy: dayEntry(null),
    },
    nobody: false,
    unfolded: [],
    asked: asked?.id ?? null,
  };
}

/** The minutes as they stand in the fields: typed, or counted by the timer. */
export function minutesText(value: CallValue, now: number): { waited: string; talked: string } {
  const { waitedMs, talkedMs } = elapsed(value.timer, now);
  const counted = value.earlier === null;
  const talking = value.timer.phase === 'talking' || talkedMs > 0;
  return {
    waited: value.waited ?? (counted ? String(minutesOf(waitedMs)) : ''),
    talked: value.talked ?? (counted && talking ? String(minutesOf(talkedMs)) : ''),
  };
}

const CALLED: Partial<Record<Channel, [out: string, incoming: string]>> = {
  phone: ['A call to', 'A call from'],
  chat: ['A chat with', 'A chat with'],
  visit: ['A visit to', 'A visit by'],
};

/** The sentence of an unanswered call: “A call to Northbank was not answered in 31 minutes.” */
export function unansweredSentence(value: CallValue, waited: number | null): string {
  const [out, incoming] = CALLED[value.channel] ?? ['A message to', 'A message from'];
  const person = value.people[0]?.choice.name.trim();
  const vendor = value.vendor.name.trim();
  const whom = person && vendor ? `${person} at ${vendor}` : person || vendor || 'the vendor';
  const lead = value.direction === 'in' ? incoming : out;
  const time = !waited ? '' : waited === 1 ? ' in 1 minute' : ` in ${waited} minutes`;
  return `${lead} ${whom} was not answered${time}.`;
}

/** A vendor as the backend takes it; nothing where none was named. */
export function vendorChoice(choice: Choice, kind: VendorKind): VendorChoice | null {
  const name = choice.name.trim();
  return choice.id === null && name === '' ? null : { id: choice.id, name, kind };
}

function whenOf(value: CallValue, today: string): Pick<Call, 'at' | 'precision'> {
  const { earlier } = value;
  if (!earlier) return { at: nowInstant(new Date(value.timer.startedAt)), precision: 'exact' };
  const day = earlier.day.day ?? today;
  const at = earlier.time.time ? instantOf(day, earlier.time.time) : day;
  return { at, precision: earlier.about ? 'about' : 'exact' };
}

function stepOf(line: StepLine): NextStep {
  return {
    id: null,
    on: line.on.day ?? '',
    at: line.at.time,
    what: line.what.trim(),
    channel: line.channel || null,
    contact: null,
    doneOn: null,
  };
}

function saidFact({ text, standing }: SaidLine): SaidFact {
  return {
    text: text.trim(),
    status: standing === 'disputed' || standing === 'unsure' ? standing : 'undisputed',
    acknowledged: standing === 'acknowledged',
  };
}

/** What is sent. `now` ends a timer that still runs. */
export function toCall(value: CallValue, dispute: string, now: number, today: string): Call {
  const timed = isTimed(value.channel);
  const minutes = minutesText(value, now);
  const waited = timed ? wholeNumber(minutes.waited) : null;
  const facts = value.facts.filter((fact) => fact.text.trim()).map(saidFact);
  if (value.nobody) facts.unshift(saidFact(newFact(unansweredSentence(value, waited))));
  return {
    dispute,
    ...whenOf(value, today),
    channel: value.channel,
    direction: value.direction,
    vendor: vendorChoice(value.vendor, value.vendorKind),
    people: value.people
      .filter((person) => person.choice.name.trim())
      .map(({ choice, job, phone }) => ({
        id: choice.id,
        name: choice.name.trim(),
        job: optional(job),
        phone: optional(phone),
      })),
    answered: timed ? !value.nobody : null,
    waitedMinutes: waited,
    minutes: timed && !value.nobody ? wholeNumber(minutes.talked) : null,
    facts,
    note: optional(value.note),
    promises: value.promises
      .filter((promise) => promise.what.trim())
      .map((promise) => ({ what: promise.what.trim(), dueOn: promise.due.day })),
    nextSteps: value.steps.filter((step) => step.what.trim()).map(stepOf),
    helped: optional(value.helped),
    climbedBecause: optional(value.climbedBecause),
    leavesOwing: value.owing.flatMap((line) => {
      const vendor = vendorChoice(line.vendor, line.kind);
      const amount = line.amount.money;
      if (!vendor || !amount) return [];
      return [{ vendor, amount, reason: line.reason.trim(), dueOn: line.due.day }];
    }),
    finishedSteps: value.finished,
    answers: answersOf(value),
  };
}

/** The answers, of a call in which somebody was spoken with. */
function answersOf({ answers, channel, nobody }: CallValue): CallAnswers {
  const given = (text: string) => (nobody || !isTimed(channel) ? null : optional(text));
  const who = given(answers.backWho);
  const dueOn = given(answers.backBy.text) === null ? null : answers.backBy.day;
  return {
    reference: given(answers.reference),
    supervisor: given(answers.supervisor),
    rationale: given(answers.rationale),
    alternatives: given(answers.alternatives),
    callBack: who === null && dueOn === null ? null : { who, dueOn },
  };
}

/** What is still to be asked: nothing that is known of whoever is on the line. */
export function asksFor(value: CallValue, sheet: CallSheet) {
  const [first] = value.people;
  const known = sheet.people.find((person) => person.id === first?.choice.id);
  const name = first?.choice.name.trim() ?? '';
  return {
    name: name === '',
    phone: known !== undefined && known.phone === null,
    supervisor: !known?.supervisor,
    rationale: sheet.rationale === null,
  };
}

const answersGiven = ({ answers: { backBy, ...texts } }: CallValue) =>
  [...Object.values(texts), backBy.text].filter((text) => text.trim()).length;

export type Problems = Partial<Record<string, string>>;

/** Whether nothing was typed or chosen yet. */
export function isUntouched(value: CallValue): boolean {
  return isBare(value) && value.waited === null && value.talked === null && !value.earlier;
}

/** Whether there is nothing to save: nobody named, nothing written. */
function isBare(value: CallValue): boolean {
  const written = [value.note, value.helped, value.climbedBecause];
  return (
    value.facts.every((fact) => !fact.text.trim()) &&
    value.people.every(
      ({ choice }) => !choice.name.trim() || (choice.id !== null && choice.id === value.asked),
    ) &&
    value.promises.every((promise) => !promise.what.trim()) &&
    value.steps.every((step) => !step.what.trim()) &&
    value.owing.every(isBlankOwing) &&
    value.finished.length === 0 &&
    answersGiven(value) === 0 &&
    written.every((text) => !text.trim())
  );
}

const isBlankOwing = (line: OwingLine) =>
  !line.vendor.name.trim() && !line.amount.text.trim() && !line.reason.trim();

/** What is missing before the call can be saved: sentences by field. */
export function missing(value: CallValue): Problems {
  const found: Problems = {};
  const someone = value.people.some((person) => person.choice.name.trim());
  const unknown = value.people.some((person) => person.choice.name.trim() && !person.choice.id);
  if (!value.nobody && isBare(value)) {
    found['fact-0'] = isTimed(value.channel)
      ? 'Please write what was said, or choose “Nobody answered”.'
      : 'Please write what was said.';
  }
  if (unknown && !value.vendor.name.trim()) {
    found.vendor = 'Please say where they work, so that they can be found again.';
  }
  const named = value.answers.supervisor.trim() || value.answers.backWho.trim();
  if (named && !someone && !value.vendor.name.trim()) {
    found.vendor = 'Please say where they work, so that they can be found again.';
  }
  const acknowledged = value.facts.some(
    (fact) => fact.standing === 'acknowledged' && fact.text.trim(),
  );
  if (acknowledged && !someone) found.people = 'Please say who acknowledged it.';
  if (value.helped.trim() && !someone) found.people = 'Please say who helped.';
  if (value.earlier && !value.earlier.day.day) found.day = 'Please say on which day.';
  for (const field of ['waited', 'talked'] as const) {
    const text = value[field];
    if (isTimed(value.channel) && text?.trim() && wholeNumber(text) === null) {
      found[field] = 'Please write whole minutes, such as 12.';
    }
  }
  value.steps.forEach((step, index) => {
    if (step.what.trim() && !step.on.day) found[`step-${index}-on`] = 'Please say on which day.';
    if (!step.what.trim() && step.on.text.trim()) {
      found[`step-${index}-what`] = 'Please say what you will do.';
    }
  });
  value.promises.forEach((promise, index) => {
    if (!promise.what.trim() && promise.due.text.trim()) {
      found[`promise-${index}-what`] = 'Please say what was promised.';
    }
  });
  value.owing.forEach((line, index) => Object.assign(found, owingMissing(line, index)));
  return found;
}

function owingMissing(line: OwingLine, index: number): Problems {
  if (isBlankOwing(line)) return {};
  return {
    [`owing-${index}-vendor`]: line.vendor.name.trim() ? '' : 'Please say who owes it.',
    [`owing-${index}-amount`]: line.amount.text.trim() ? '' : 'Please say how much.',
    [`owing-${index}-reason`]: line.reason.trim() ? '' : 'Please say what it is for.',
  };
}

const count = (n: number, one: string, many = `${one}s`) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

/** What the toast says: “Call saved: 2 facts, 1 promise.” */
export function savedSentence(call: Call, name: string): string {
  if (call.answered === false) {
    const waited = call.waitedMinutes;
    return waited
      ? `${name} saved: nobody answered, ${count(waited, 'minute')} waited.`
      : `${name} saved: nobody answered.`;
  }
  const answered = Object.values(call.answers).filter((answer) => answer !== null).length;
  const parts = [
    call.facts.length && count(call.facts.length, 'fact'),
    call.promises.length && count(call.promises.length, 'promise'),
    call.nextSteps.length && count(call.nextSteps.length, 'next step'),
    answered && count(answered, 'answer'),
    call.finishedSteps.length && `${count(call.finishedSteps.length, 'step')} done`,
    call.helped && 'thanks to give',
    call.climbedBecause && 'a step up the ladder',
    call.leavesOwing.length && count(call.leavesOwing.length, 'new sum owed', 'new sums owed'),
  ].filter(Boolean);
  return parts.length > 0 ? `${name} saved: ${parts.join(', ')}.` : `${name} saved.`;
}
