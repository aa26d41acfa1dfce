/** What stood in a field, as people read it. */
import type { FieldSaid } from '../backend/types';
import { dayText, minutesText, sizeText, timeText } from './dates';
import { wordText } from './fields';
import { moneyText } from './money';

/** A record that has no words of its own, or has lost them. */
const NAMELESS = 'something without a name';

/** The words; null for nothing. */
export function saidText(said: FieldSaid, today: string): string | null {
  switch (said.is) {
    case 'nothing':
      return null;
    case 'text':
      return said.text;
    case 'when': {
      const time = timeText(said.at);
      return time ? `${dayText(said.at, today)}, ${time}` : dayText(said.at, today);
    }
    case 'time':
      return said.time;
    case 'sum':
      return moneyText(said.money);
    case 'yes_no':
      return said.yes ? 'Yes' : 'No';
    case 'number':
      return said.number;
    case 'minutes':
      return minutesText(said.minutes);
    case 'bytes':
      return sizeText(said.bytes);
    case 'name':
      return said.name || NAMELESS;
    case 'word':
      return wordText(said.vocabulary, said.word);
    case 'list':
      return said.items.map((item) => saidText(item, today) ?? '').join('\n');
  }
}

/** Whether it is a person’s own words, of which only some changed. */
export const isProse = (said: FieldSaid): boolean => said.is === 'text' || said.is === 'list';
