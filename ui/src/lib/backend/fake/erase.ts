/** Erasing in the invented household: facts and private notes, and the texts of its files. */
import type { EraseLook, ErasePlaces } from '../types';
import type { Backups } from './backups';
import { failure } from './keeping';
import type { Household } from './record';

const MARK = '[erased]';

function wanted(words: string): RegExp {
  const typed = words.trim();
  if (typed.replace(/\s/g, '').length < 4) {
    throw failure('refused', [{ field: 'words', code: 'too_short', values: {} }]);
  }
  return new RegExp(typed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
}

function excerpt(text: string, words: RegExp) {
  const at = text.search(words);
  const found = new RegExp(words.source, 'i').exec(text)?.[0] ?? '';
  return { before: text.slice(0, at), words: found, behind: text.slice(at + found.length) };
}

export function lookToErase(home: Household, typed: string, backups: Backups): EraseLook {
  const words = wanted(typed);
  const places: ErasePlaces[] = [];
  const keepers: EraseLook['keepers'] = [];
  for (const { dispute, events, attachments } of home.cases) {
    const named = { id: dispute.id ?? '', name: dispute.title };
    const add = (noun: ErasePlaces['noun'], texts: string[]) => {
      const having = texts.filter((text) => text.search(words) >= 0);
      if (having.length === 0) return;
      const excerpts = having.slice(0, 3).map((text) => excerpt(text, words));
      const count = having.length;
      places.push({ noun, dispute: named, name: null, count, inBin: 0, excerpts });
    };
    add(
      'fact',
      events.flatMap((event) => event.facts.map((fact) => fact.text)),
    );
    add(
      'note',
      events.flatMap((event) => (event.note ? [event.note] : [])),
    );
    for (const { id, name } of attachments) {
      if (name.search(words) >= 0) keepers.push({ kind: 'file', id, name, dispute: named });
    }
  }
  const made = backups.list();
  return {
    places,
    keepers,
    backups: {
      count: made.length,
      keptDamaged: 0,
      oldest: made.at(-1)?.on ?? null,
      elsewhere: backups.place?.name ?? null,
    },
  };
}

/** The household with the mark wherever the words stood in what somebody wrote. */
export function erasedFrom(home: Household, typed: string): Household {
  const words = wanted(typed);
  const replaced = (key: string, value: unknown) =>
    typeof value === 'string' && (key === 'text' || key === 'note')
      ? value.replace(words, MARK)
      : value;
  return JSON.parse(JSON.stringify(home), replaced) as Household;
}
