/** What stands in the forms of vendors and people, and what is saved of it. */
import type { Channel, Contact, Vendor, VendorChannel, VendorKind } from '$lib/backend';
import { NO_CHOICE, optional, type Choice } from '$lib/entries';

export type ChannelLine = { id: string | null; kind: Channel; value: string; label: string };
export type VendorFields = {
  name: string;
  kind: VendorKind;
  address: string;
  country: string;
  channels: ChannelLine[];
  knownAs: string;
};

/** A new vendor, before anything is known. */
export const NEW_VENDOR: Vendor = {
  id: null,
  name: '',
  kind: 'other',
  address: [],
  country: null,
  channels: [],
  knownAs: [],
};

export const newChannel = (): ChannelLine => ({ id: null, kind: 'phone', value: '', label: '' });

/** Lines of text as they are saved: without blank ones. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

export function vendorFields(vendor: Vendor): VendorFields {
  const channels = vendor.channels.map(({ id, kind, value, label }) => ({
    id,
    kind,
    value,
    label: label ?? '',
  }));
  return {
    name: vendor.name,
    kind: vendor.kind,
    address: vendor.address.join('\n'),
    country: vendor.country ?? '',
    channels: channels.length > 0 ? channels : [newChannel()],
    knownAs: vendor.knownAs.join('\n'),
  };
}

function channelOf(line: ChannelLine): VendorChannel {
  return { id: line.id, kind: line.kind, value: line.value.trim(), label: optional(line.label) };
}

export function vendorOf(fields: VendorFields, id: string | null): Vendor {
  return {
    id,
    name: fields.name.trim(),
    kind: fields.kind,
    address: lines(fields.address),
    country: optional(fields.country),
    channels: fields.channels.filter((line) => line.value.trim()).map(channelOf),
    knownAs: lines(fields.knownAs),
  };
}

export type ContactFields = {
  name: string;
  job: string;
  department: string;
  phone: string;
  email: string;
  supervisor: Choice;
};

/** Somebody new at a vendor. */
export function newContact(vendor: string): Contact {
  return {
    id: null,
    vendor,
    name: '',
    job: null,
    department: null,
    phone: null,
    email: null,
    supervisor: null,
  };
}

/** A person's fields; `colleagues` gives the supervisor's name. */
export function contactFields(
  contact: Contact,
  colleagues: readonly { id: string; name: string }[],
): ContactFields {
  const above = colleagues.find((colleague) => colleague.id === contact.supervisor);
  return {
    name: contact.name,
    job: contact.job ?? '',
    department: contact.department ?? '',
    phone: contact.phone ?? '',
    email: contact.email ?? '',
    supervisor: above ? { id: above.id, name: above.name } : { ...NO_CHOICE },
  };
}

export function contactOf(fields: ContactFields, contact: Contact): Contact {
  return {
    id: contact.id,
    vendor: contact.vendor,
    name: fields.name.trim(),
    job: optional(fields.job),
    department: optional(fields.department),
    phone: optional(fields.phone),
    email: optional(fields.email),
    supervisor: fields.supervisor.name.trim() ? fields.supervisor.id : null,
  };
}
