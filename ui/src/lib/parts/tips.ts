/** Where a tip stands. */

/** How long the pointer rests on something before it is said what that is. */
export const REST_MS = 500;

type Box = { left: number; top: number; width: number; height: number };
type Size = { width: number; height: number };

/** Between the tip and what it belongs to, and between the tip and the window's edge. */
const GAP = 6;

/**
 * Above what it belongs to, in the middle of it; below only where there is no room above. Never past
 * an edge of the window.
 */
export function placeOf(of: Box, tip: Size, room: Size): { left: number; top: number } {
  const middle = of.left + of.width / 2 - tip.width / 2;
  const left = Math.max(GAP, Math.min(middle, room.width - tip.width - GAP));
  const above = of.top - tip.height - GAP;
  return { left, top: above >= GAP ? above : of.top + of.height + GAP };
}
