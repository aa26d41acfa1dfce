/** How large a picture is drawn, and how it is turned. */

/** So many times as large as it fits, or as its own pixels. */
export type Zoom = { of: 'fit' | 'full'; times: number };
export type Sides = { width: number; height: number };
export type Turn = 0 | 90 | 180 | 270;

export const FIT: Zoom = { of: 'fit', times: 1 };
export const FULL: Zoom = { of: 'full', times: 1 };
const STEP = 1.25;
const LEAST = 0.05;
const MOST = 8;

/** The scale at which it fits: never larger than its own pixels; 1 where nothing was measured. */
export function fitScale(picture: Sides, room: Sides): number {
  if (room.width <= 0 || room.height <= 0) return 1;
  return Math.min(room.width / picture.width, room.height / picture.height, 1);
}

/** The scale of a picture, within what can be seen and what can be drawn. */
export function scaleOf(zoom: Zoom, picture: Sides, room: Sides): number {
  const base = zoom.of === 'fit' ? fitScale(picture, room) : 1;
  return Math.min(MOST, Math.max(LEAST, base * zoom.times));
}

/** One step nearer or further away; it stops where drawing would. */
export function stepped(zoom: Zoom, by: 1 | -1, picture: Sides, room: Sides): Zoom {
  const now = scaleOf(zoom, picture, room);
  if ((by === 1 && now >= MOST) || (by === -1 && now <= LEAST)) return zoom;
  return { ...zoom, times: zoom.times * (by === 1 ? STEP : 1 / STEP) };
}

/** A quarter turn to the right. */
export function turned(turn: Turn): Turn {
  return ((turn + 90) % 360) as Turn;
}

/** The sides as they are seen when it is turned. */
export function seen({ width, height }: Sides, turn: Turn): Sides {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** The turn as SVG writes it: about the corner, then back into sight. */
export function transformOf({ width, height }: Sides, turn: Turn): string {
  const back = { 0: '0 0', 90: `${height} 0`, 180: `${width} ${height}`, 270: `0 ${width}` }[turn];
  return `translate(${back}) rotate(${turn})`;
}
