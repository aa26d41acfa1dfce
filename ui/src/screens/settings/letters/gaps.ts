/** What a template can say, in plain words: how it is built, and the gaps that the record fills. */

export type Gap = { name: string; what: string };

/** How a template is built: what is written, and what it does. */
export const BUILDING: Gap[] = [
  {
    name: '== opening',
    what: 'begins a section. “subject” gives the subject line and must be there',
  },
  { name: '(a blank line)', what: 'ends a paragraph' },
  { name: '- at the start of a line', what: 'makes it a point of a list' },
  { name: '{{ letter.reply_by }}', what: 'is a gap that your record fills' },
  {
    name: '{% if letter.reply_by %} … {% endif %}',
    what: 'is left out where your record has nothing to put there',
  },
  {
    name: '{% for fact in facts.items %} … {% endfor %}',
    what: 'is repeated for each; {{ fact }} inside prints it',
  },
  { name: '{# … #}', what: 'is a remark of yours that is not printed' },
  { name: '{{ dispute.goal|sentence }}', what: 'ends with a full stop' },
  { name: '{{ dispute.goal|continued }}', what: 'goes on behind a colon' },
];

export const GAPS: { title: string; gaps: Gap[] }[] = [
  {
    title: 'The letter',
    gaps: [
      { name: 'from', what: 'who writes' },
      { name: 'letter.date', what: 'the day that it bears' },
      { name: 'letter.reply_by', what: 'by when an answer is asked for' },
      { name: 'letter.request', what: 'what is asked for, or else your goal' },
      { name: 'letter.reason', what: 'why it goes one step up' },
      { name: 'letter.basis', what: 'the rule or term that it relies on' },
      { name: 'letter.next_body', what: 'who will be asked next' },
      { name: 'letter.gentle, letter.firm', what: 'its tone; one of them is yes' },
      { name: 'letter.with_dossier', what: 'whether the dossier goes with it' },
      { name: 'letter.enclosed', what: '“enclosed”, or “attached” to an e-mail' },
      { name: 'enclosures', what: 'what goes with it, a list' },
    ],
  },
  {
    title: 'To whom',
    gaps: [
      { name: 'to.vendor, to.person, to.office', what: 'to whom it goes' },
      { name: 'to.reference', what: 'their own reference' },
      { name: 'to.policy, to.rationale', what: 'the rule and the reason that they gave' },
      { name: 'others', what: 'the other vendors, each with .vendor and .part, a sentence' },
    ],
  },
  {
    title: 'What it is about',
    gaps: [
      { name: 'dispute.title, dispute.goal', what: 'the dispute and what you want' },
      { name: 'dispute.effect', what: 'what it has meant for you, where the letter tells it' },
      { name: 'dispute.opened_on', what: 'when it began' },
      { name: 'subject.phrase', what: 'what was bought or held, in one phrase' },
      {
        name: 'subject.what, .bought_on, .place, .price, .paid_by',
        what: 'the same, piece by piece',
      },
      { name: 'facts.items', what: 'what happened, a list with days' },
      { name: 'facts.more', what: 'whether there is more than fits on a page' },
    ],
  },
  {
    title: 'Money',
    gaps: [
      { name: 'sum.total', what: 'what is still to be paid' },
      { name: 'sum.single', what: 'what for, where it is one sum' },
      { name: 'sum.lines', what: 'or else how it adds up, a list' },
      { name: 'sum.so_far', what: 'what came of it so far, and what is left, in a sentence' },
      { name: 'sum.is_rest', what: 'whether a part came of the sum that is asked for' },
      { name: 'sum.yours, sum.owed_by', what: 'whether they owe it, or who else does' },
    ],
  },
  {
    title: 'What came before',
    gaps: [
      { name: 'follows.phrase', what: 'the letter or call that this one follows' },
      { name: 'follows.on, follows.reply_by', what: 'its day; the day it asked an answer by' },
      { name: 'follows.written, .spoken', what: 'whether you wrote it; whether you spoke' },
      { name: 'earlier.people, earlier.letters', what: 'whom you spoke with; when you wrote' },
      { name: 'earlier.items', what: 'all of that with the answers, a list' },
      { name: 'earlier.offer', what: 'their last offer' },
      { name: 'promises.unkept, promises.open', what: 'promises not kept, and open ones, lists' },
      { name: 'promises.kept', what: 'the days of those that were kept' },
      { name: 'agreed', what: 'what was agreed in that conversation, a list' },
      { name: 'declined', what: 'their offer that was declined, a line' },
      { name: 'remedies', what: 'what was agreed and is late or did not last, a list' },
    ],
  },
  {
    title: 'Thanks',
    gaps: [
      { name: 'help.person, help.on', what: 'who helped, and when' },
      { name: 'help.did, help.changed', what: 'what they did, and what it changed' },
      { name: 'credits.named', what: 'others who tried to help and may be named' },
    ],
  },
];
