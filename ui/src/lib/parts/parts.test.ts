import { describe, expect, it } from 'vitest';
import { cleanPaste } from './clean';
import { matching, sameName } from './combo';

describe('pasted text', () => {
  it.each([
    ['two\r\nlines', 'two\nlines', 'two lines'],
    ['page\fbreak', 'page\nbreak', 'page break'],
    ['a\u000bb\u2028c', 'a\nb\nc', 'a b c'],
    ['nul\u0000 and bell\u0007', 'nul  and bell ', 'nul  and bell '],
    ['tab\tstop', 'tab\tstop', 'tab stop'],
    ['שלום 🙂 <script>', 'שלום 🙂 <script>', 'שלום 🙂 <script>'],
  ])('%j keeps its words', (text, inArea, inLine) => {
    expect(cleanPaste(text, true), 'in an area').toBe(inArea);
    expect(cleanPaste(text, false), 'in one line').toBe(inLine);
  });
});

describe('a combobox', () => {
  const options = [
    { id: '1', name: 'Northbank Trust', detail: 'Bank' },
    { id: '2', name: 'Harbor Funds', detail: 'Investment firm' },
    { id: '3', name: 'Café Brönnimann', detail: null },
    { id: '4', name: '陈伟明', detail: 'Lumen Fiber' },
  ];

  it.each([
    ['', ['1', '2', '3', '4']],
    ['bank', ['1']],
    ['bronni', ['3']],
    ['trust north', ['1']],
    ['陈', ['4']],
    ['lumen', ['4']],
    ['nobody', []],
  ])('offers for “%s”', (typed, ids) => {
    expect(matching(options, typed).map((option) => option.id)).toEqual(ids);
  });

  it('takes a name that is written out as the known one', () => {
    expect(sameName(options, ' harbor funds ')?.id, 'no second Harbor Funds').toBe('2');
    expect(sameName(options, 'Harbor')).toBeUndefined();
  });
});
