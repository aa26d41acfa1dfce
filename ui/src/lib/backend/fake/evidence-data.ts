/** Invented originals of every kind, and what can be looked at of each. */

import type { AttachmentView, EvidenceLook } from '../types';

type Kept = Omit<AttachmentView, 'dispute'>;

const piece = (id: string, name: string, mediaType: string, more: Partial<Kept> = {}): Kept => ({
  id,
  name,
  mediaType,
  size: 248_310,
  sha256: id.padStart(64, '0'),
  caption: null,
  at: null,
  precision: null,
  obtained: null,
  vendor: null,
  author: null,
  citations: [],
  covered: [],
  addedAt: '2026-06-01T10:30:00Z',
  erasedOn: null,
  ...more,
});

/** What the household keeps of the holiday that was cancelled. */
export const holidayPieces: Kept[] = [
  piece('t-at1', 'cancellation.eml', 'message/rfc822', {
    caption: 'The cancellation, as it came',
    at: '2026-05-18',
    precision: 'exact',
    obtained: 'came by e-mail',
    vendor: { id: 'alpenstern', name: 'Alpenstern Reisen' },
    citations: [
      {
        id: 't-ci1',
        of: { kind: 'fact', id: 't-f1' },
        event: 't-e1',
        on: '2026-05-18',
        words: 'Alpenstern Reisen cancelled the holiday of 19 May by e-mail. 😞',
        place: 'second paragraph',
      },
    ],
  }),
  piece(
    't-at2',
    'IMG_20260519_packed-suitcases-in-the-hall-at-six-in-the-morning.jpg',
    'image/jpeg',
    {
      size: 4_120_540,
      caption: 'Packed, on the morning of the journey',
      at: '2026-05-19',
      precision: 'about',
      author: 'Noor',
    },
  ),
  piece('t-at3', 'إيصال الدفع.pdf', 'application/pdf', {
    obtained: 'came by post',
    author: 'Noor',
  }),
  piece('t-at4', 'IMG_4411.heic', 'image/heic'),
  piece('t-at5', 'voicemail.mp3', 'audio/mpeg', { at: '2026-06-08', precision: 'unknown' }),
  piece('t-at6', 'chat with Lea.txt', 'text/plain', { size: 812 }),
];

const nothing: EvidenceLook = {
  form: 'nothing',
  pages: 0,
  text: null,
  isCut: false,
  mail: null,
  problems: ['not_drawn'],
};

const LOOKS: Record<string, EvidenceLook> = {
  'image/jpeg': { ...nothing, form: 'picture', problems: [] },
  'image/png': { ...nothing, form: 'picture', problems: [] },
  'application/pdf': { ...nothing, form: 'pages', pages: 3, problems: [] },
  'text/plain': {
    ...nothing,
    form: 'text',
    text: 'Lea: The refund leaves within fourteen days.\n<b>Noor</b>: Thank you. שלום\n',
    problems: [],
  },
  'message/rfc822': {
    ...nothing,
    form: 'mail',
    text: 'Dear guest,\n\nwe are sorry to say that the journey of 19 May cannot take place.\n',
    mail: {
      subject: 'Your journey AR-40071',
      sentAt: '2026-05-18T16:04:00+02:00',
      from: ['Alpenstern Reisen <service@alpenstern.example>'],
      to: ['Noor Whitfield <noor@whitfield.example>'],
      cc: [],
      enclosed: [{ name: 'terms.pdf', mediaType: 'application/pdf', size: 81_220 }],
    },
    problems: ['remote_left_out'],
  },
};

/** How a piece of a media type can be looked at. */
export function lookOf(mediaType: string): EvidenceLook {
  return LOOKS[mediaType] ?? nothing;
}

/** A drawing that stands in for the picture or the page, as a `blob:` address. */
export function drawing(page: number, size: number): string {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="${size}" height="${(size * 3) / 4}">
    <rect width="400" height="300" fill="#dfe8e6"/><circle cx="310" cy="80" r="34" fill="#f0b56b"/>
    <path d="M0 240 120 130l70 70 60-50 150 150H0z" fill="#0f766e"/>
    <text x="20" y="40" font-family="serif" font-size="18" fill="#222">${page + 1}</text></svg>`;
  return URL.createObjectURL(new Blob([drawn], { type: 'image/svg+xml' }));
}
