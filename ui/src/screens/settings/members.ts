/** What stands in a member's form, and what is saved of it. */
import type { Member } from '$lib/backend';
import { optional } from '$lib/entries';

export type MemberFields = { name: string; address: string; email: string; phone: string };

/** A new member, before anything is known. */
export const NEW_MEMBER: Member = { id: null, name: '', address: [], email: null, phone: null };

export function memberFields(member: Member): MemberFields {
  return {
    name: member.name,
    address: member.address.join('\n'),
    email: member.email ?? '',
    phone: member.phone ?? '',
  };
}

export function memberOf(fields: MemberFields, id: string | null): Member {
  return {
    id,
    name: fields.name.trim(),
    address: fields.address
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    email: optional(fields.email),
    phone: optional(fields.phone),
  };
}
