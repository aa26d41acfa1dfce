/** Parts of a page that are covered: rectangles in thousandths of its upright sides. */
import type { Part } from '$lib/backend';
import type { Sides } from './zoom';

/** A place on the upright page, in thousandths of its sides. */
export type Point = { x: number; y: number };

const WHOLE = 1000;
/** The smallest side of a part; a click that slips covers nothing. */
const LEAST = 4;

const within = (at: number) => Math.min(WHOLE, Math.max(0, at));

/** The part between two corners, rounded outwards so that nothing looks out at its edges. */
export function partBetween(page: number, one: Point, other: Point): Part {
  return {
    page,
    left: within(Math.floor(Math.min(one.x, other.x))),
    top: within(Math.floor(Math.min(one.y, other.y))),
    right: within(Math.ceil(Math.max(one.x, other.x))),
    bottom: within(Math.ceil(Math.max(one.y, other.y))),
  };
}

/** Whether it is large enough to be meant. */
export const isMeant = (part: Part) =>
  part.right - part.left >= LEAST && part.bottom - part.top >= LEAST;

/** A part in the middle, to begin with where there is no mouse. */
export const middle = (page: number): Part => ({
  page,
  left: 350,
  top: 450,
  right: 650,
  bottom: 550,
});

/** Moved, as far as the page goes. */
export function moved(part: Part, x: number, y: number): Part {
  const across = Math.max(-part.left, Math.min(WHOLE - part.right, x));
  const down = Math.max(-part.top, Math.min(WHOLE - part.bottom, y));
  return {
    ...part,
    left: part.left + across,
    right: part.right + across,
    top: part.top + down,
    bottom: part.bottom + down,
  };
}

/** Larger or smaller at its right and lower edge. */
export function grown(part: Part, x: number, y: number): Part {
  return {
    ...part,
    right: Math.min(WHOLE, Math.max(part.left + LEAST, part.right + x)),
    bottom: Math.min(WHOLE, Math.max(part.top + LEAST, part.bottom + y)),
  };
}

/** Where it lies on a page that is so large. */
export const edges = (part: Part, { width, height }: Sides) => ({
  x: (part.left / WHOLE) * width,
  y: (part.top / WHOLE) * height,
  width: ((part.right - part.left) / WHOLE) * width,
  height: ((part.bottom - part.top) / WHOLE) * height,
});

/** In words, for those who cannot see it. */
export function whereText(part: Part): string {
  const percent = (at: number) => Math.round(at / 10);
  const across = `${percent(part.left)} to ${percent(part.right)} % from the left`;
  return `${across}, ${percent(part.top)} to ${percent(part.bottom)} % from the top`;
}
