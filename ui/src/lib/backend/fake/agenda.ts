/** A little of the agenda's rules, enough to try Today in the preview. */
import { addDays, dayText } from '../../words/dates';
import type { AgendaItem, AgendaRow, DueItem, Today } from '../types';
import { TODAY, id, type Case } from './record';
import type { Views } from './views';

type Agenda = Pick<Today, 'overdue' | 'today' | 'week' | 'putOff' | 'later'>;

const KINDS = ['promise', 'letter', 'next_step', 'check', 'quiet'];
const WEEK = addDays(TODAY, 7);

export function agendaOf(views: Views): Agenda {
  const agenda: Agenda = { overdue: [], today: [], week: [], putOff: [], later: LATER };
  for (const one of views.home.cases) {
    const items = [...views.due(one), ...letters(views, one)].map((due) => item(views, one, due));
    const ahead = items
      .filter((each) => each.putOff === null && each.due.on <= WEEK)
      .sort((a, b) => weight(a) - weight(b) || a.due.on.localeCompare(b.due.on));
    agenda.putOff.push(...items.filter((each) => each.putOff !== null));
    const [lead, ...rest] = ahead;
    if (!lead) continue;
    const row = { dispute: views.named(one), lead, rest, followed: [] };
    if (ahead.some((each) => each.due.overdue)) agenda.overdue.push(row);
    else if (ahead.some((each) => each.due.on <= TODAY)) agenda.today.push(row);
    else agenda.week.push(row);
  }
  const first = (row: AgendaRow) => [row.lead, ...row.rest].map((each) => each.due.on).sort()[0];
  for (const rows of [agenda.overdue, agenda.today, agenda.week]) {
    rows.sort((a, b) => (first(a) ?? '').localeCompare(first(b) ?? ''));
  }
  return agenda;
}

const LATER = {
  nextDay: addDays(TODAY, 2),
  week: addDays(TODAY, 9),
  twoWeeks: addDays(TODAY, 16),
  unanswered: addDays(TODAY, 16),
};

const weight = ({ due }: AgendaItem) => (due.on > TODAY ? 9 : KINDS.indexOf(due.kind));

function letters(views: Views, one: Case): DueItem[] {
  if (one.dispute.closedOn) return [];
  return views.home.sent
    .filter(({ row }) => row.dispute.id === one.dispute.id && row.standing === 'waiting')
    .flatMap(({ row }) => {
      if (!row.replyBy) return [];
      const said = { at: null, remedy: null, channel: null, person: null };
      const what = `No answer from ${row.vendor.name} to the letter of ${dayText(row.on, TODAY)}`;
      const { vendor, dispute } = row;
      const day = { on: row.replyBy, overdue: row.replyBy < TODAY };
      return [{ kind: 'letter' as const, id: row.id, ...day, what, dispute, vendor, ...said }];
    });
}

function item(views: Views, one: Case, due: DueItem): AgendaItem {
  const of = one.remedies.find((each) => id(each.remedy) === due.remedy);
  const put = views.home.putOff.find((each) => each.kind === due.kind && each.item === due.id);
  const letter = views.home.sent.find((each) => each.row.id === due.id)?.row.letter ?? null;
  return {
    due,
    byCadence: false,
    inTouch: null,
    followedUp: null,
    putOff: put ? { id: put.id, until: put.until, orAnswer: put.orAnswer } : null,
    letter,
    remedy: of ? views.remedy(one, of) : null,
  };
}
