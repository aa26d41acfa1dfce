/** An offer beside what is owed, in a sentence. */
import type { OfferMeasure } from '../backend/types';
import { isZero, moneyText } from './money';

/** “It leaves 30.00 USD of 80.00 USD unpaid.” */
export function measureSentence({ owed, offered, missing }: OfferMeasure): string {
  if (isZero(missing)) return `It covers all ${moneyText(owed)} that is owed.`;
  if (isZero(offered)) return `${moneyText(owed)} is owed; it names no sum in ${owed.currency}.`;
  return `It leaves ${moneyText(missing)} of ${moneyText(owed)} unpaid.`;
}
