/** The one place of the window that reads the clock. Rust has its own; its `start().day` is today. */

const two = (n: number) => String(n).padStart(2, '0');

/** Milliseconds since 1970, for timers. */
export function nowMs(): number {
  return Date.now();
}

/** The present instant in RFC 3339 with this computer's offset: `2026-03-02T10:15:00-05:00`. */
export function nowInstant(at: Date = new Date()): string {
  return instantOf(
    `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    `${two(at.getHours())}:${two(at.getMinutes())}`,
  );
}

/** A day and a time of this computer's zone as an instant, with the offset that holds that day. */
export function instantOf(day: string, time: string): string {
  const offset = -new Date(`${day}T${time}:00`).getTimezoneOffset();
  const size = Math.abs(offset);
  return `${day}T${time}:00${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** How this computer writes days and sums, such as `en-GB`. */
export function locale(): string {
  return navigator.language || 'en';
}
