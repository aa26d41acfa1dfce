/** Evidence of the invented household: what is added, and what rests on it. */

import type { AttachmentView, Citable, Cited, EvidenceOptions, Named } from '../types';
import { id, TODAY, type Case } from './record';

type Kept = Omit<AttachmentView, 'dispute'>;

/** A photograph as one that was chosen. */
export function invented(made: string, one: Case, cited: Cited[]): Kept {
  const file: Kept = {
    id: made,
    name: 'receipt.jpg',
    mediaType: 'image/jpeg',
    size: 1_240_331,
    sha256: '0'.repeat(64),
    caption: null,
    at: null,
    precision: null,
    obtained: null,
    vendor: null,
    author: null,
    citations: [],
    covered: [],
    addedAt: `${TODAY}T09:00:00Z`,
    erasedOn: null,
  };
  cited.forEach((of, place) => citeIn(file, one, of, null, `${made}-${place}`));
  return file;
}

/** Cites a record once; a place that is said replaces the one before. */
export function citeIn(file: Kept, one: Case, of: Cited, place: string | null, made: string) {
  const known = file.citations.find((it) => it.of.kind === of.kind && it.of.id === of.id);
  if (known) {
    known.place = place;
    return;
  }
  const found = citable(one).find((it) => it.of.kind === of.kind && it.of.id === of.id);
  const { event = null, on = null, words = '' } = found ?? {};
  file.citations.push({ id: made, of, event, on, words, place });
}

/** What can be chosen for evidence of a dispute. */
export function optionsOf(one: Case, vendors: Named[]): EvidenceOptions {
  const used = one.attachments.flatMap((file) => (file.obtained ? [file.obtained] : []));
  const parties = one.parties.map((party) => party.vendor);
  return {
    obtained: [...new Set(used)],
    authors: [],
    vendors: vendors.filter((vendor) => parties.includes(vendor.id)),
    citable: citable(one),
  };
}

function citable(one: Case): Citable[] {
  const events = one.events.toReversed().flatMap((event) => {
    const at = { event: id(event), on: event.at.slice(0, 10) };
    const facts = event.facts.map((fact) => ({
      of: { kind: 'fact' as const, id: id(fact) },
      ...at,
      words: fact.text,
    }));
    const words = event.facts[0]?.text ?? event.channel;
    return [{ of: { kind: 'event' as const, id: id(event) }, ...at, words }, ...facts];
  });
  const claims = one.claims.map(({ claim }) => ({
    of: { kind: 'claim' as const, id: id(claim) },
    event: null,
    on: claim.aroseOn,
    words: claim.reason,
  }));
  const issues = (one.issues ?? []).map((issue) => ({
    of: { kind: 'issue' as const, id: id(issue) },
    event: null,
    on: null,
    words: issue.question,
  }));
  return [...events, ...claims, ...issues];
}
