/** The invented household's members, vendors and people. */
import type { Contact, Member, Vendor, VendorKind } from '../types';
import type { Channel } from '../types';

export const members: Member[] = [
  {
    id: 'ana',
    name: 'Ana Whitfield',
    address: ['12 Alder Lane', 'Asheville, NC 28801', 'USA'],
    email: 'ana@example.org',
    phone: '+1 828 555 0142',
  },
  { id: 'paul', name: 'Paul Whitfield', address: [], email: 'paul@example.org', phone: null },
  { id: 'noor', name: 'نور الهاشمي', address: [], email: 'noor@example.org', phone: null },
];

function vendor(
  id: string,
  name: string,
  kind: VendorKind,
  channels: [Channel, string, string | null][] = [],
): Vendor {
  return {
    id,
    name,
    kind,
    address: [],
    country: null,
    channels: channels.map(([sort, value, label], index) => ({
      id: `${id}-${index}`,
      kind: sort,
      value,
      label,
    })),
    knownAs: [],
  };
}

export const vendors: Vendor[] = [
  {
    ...vendor('northbank', 'Northbank Trust', 'bank', [
      ['phone', '+1 800 555 0100', 'Customer service'],
      ['web_form', 'https://northbank.example/complaints', 'Complaints form'],
      ['letter', '400 Commerce Street, Charlotte, NC 28202', 'Customer relations'],
    ]),
    address: ['Customer Relations', '400 Commerce Street', 'Charlotte, NC 28202'],
    country: 'USA',
    knownAs: ['NRTHBNK TRST'],
  },
  vendor('harbor', 'Harbor Funds', 'investment', [
    ['phone', '+1 800 555 0177', 'Shareholder services'],
    ['email', 'service@harborfunds.example', null],
  ]),
  vendor('alpenstern', 'Alpenstern Reisen', 'travel', [
    ['email', 'hilfe@alpenstern.example', null],
  ]),
  vendor('lumen', 'Lumen Fiber', 'telecom', [
    ['chat', 'https://lumenfiber.example/chat', 'Support'],
    ['phone', '+1 800 555 0119', 'Support'],
  ]),
  vendor('cityheat', 'Stadtwärme Lindau', 'utility', [['letter', 'Uferweg 3, 88131 Lindau', null]]),
  vendor('ruach', 'רוח ים מלונות', 'travel', [['email', 'guests@ruachyam.example', null]]),
  vendor('fairbank', 'Office of Fair Banking', 'ombudsman', [
    ['web_form', 'https://fairbanking.example', null],
  ]),
  vendor('maple', 'Maple & Sons Appliances', 'shop', [['visit', '88 Grove Street', 'Shop']]),
  {
    ...vendor(
      'long',
      'The Very Old and Honourable Mutual Provident Assurance Society of the United Counties of the North and the South, Travel and Baggage Department for Members Abroad (Claims Handling Division II)',
      'insurer',
      [['phone', '+1 800 555 0188', null]],
    ),
    knownAs: ['VOHM TRAVEL'],
  },
];

function contact(
  id: string,
  vendorId: string,
  name: string,
  job: string | null,
  more: Partial<Contact> = {},
): Contact {
  return {
    id,
    vendor: vendorId,
    name,
    job,
    department: null,
    phone: null,
    email: null,
    supervisor: null,
    ...more,
  };
}

export const contacts: Contact[] = [
  contact('dana', 'northbank', 'Dana Ruiz', 'Customer service representative', {
    phone: '+1 800 555 0100 ext. 4471',
    supervisor: 'marcus',
    department: 'Customer service',
  }),
  contact('marcus', 'northbank', 'Marcus Bell', 'Customer service manager', {
    department: 'Customer service',
    email: 'm.bell@northbank.example',
  }),
  contact('ines', 'harbor', 'Inês Carvalho', 'Shareholder services', {
    phone: '+1 800 555 0177 ext. 12',
  }),
  contact('lea', 'alpenstern', 'Léa Brönnimann', 'Kundendienst'),
  contact('wei', 'lumen', '陈伟明', 'Retention team', { department: 'Retention' }),
  contact('layla', 'long', 'ليلى عبد الرحمن الفارسي', 'Claims handler'),
  contact('tom', 'maple', 'Tom Maple', 'Owner'),
];
