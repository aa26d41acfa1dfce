/** Days as people read them. Days are `YYYY-MM-DD`; “today” is always an argument. */
const DAY_MS = 86_400_000;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const WEEKDAYS_LONG = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTHS_LONG = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Parts = { year: number; month: number; day: number; weekday: number };

function parts(day: string): Parts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return { year, month, day: date, weekday: new Date(Date.UTC(year, month - 1, date)).getUTCDay() };
}

/** How many days lie from one day to another; negative where the other is before. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [parts(from), parts(to)];
  if (!a || !b) return 0;
  return Math.round(
    (Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / DAY_MS,
  );
}

/** The day that lies so many days after another. */
export function addDays(day: string, count: number): string {
  const at = parts(day);
  if (!at) return day;
  return new Date(Date.UTC(at.year, at.month - 1, at.day + count)).toISOString().slice(0, 10);
}

/** `Tue 5 May`, with the year where it is not this year: `Tue 5 May 2025`. */
export function dayText(day: string, today: string): string {
  const at = parts(day);
  if (!at) return day;
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${at.year}`;
  return `${WEEKDAYS[at.weekday]} ${at.day} ${MONTHS[at.month - 1]}${year}`;
}

/** `Tuesday, 5 May 2026`: the full day, for a title. */
export function fullDayText(day: string): string {
  const at = parts(day);
  if (!at) return day;
  return `${WEEKDAYS_LONG[at.weekday]}, ${at.day} ${MONTHS_LONG[at.month - 1]} ${at.year}`;
}

/** Beyond so many days nobody counts: the day itself says more. */
const NEAR_DAYS = 56;

/** `today`, `tomorrow`, `in 3 days`, `12 days ago`, `in 5 weeks`. Empty beyond about eight weeks. */
export function nearText(day: string, today: string): string {
  const count = daysBetween(today, day);
  if (count === 0) return 'today';
  if (count === 1) return 'tomorrow';
  if (count === -1) return 'yesterday';
  const size = Math.abs(count);
  if (size > NEAR_DAYS) return '';
  const said = size < 28 ? `${size} days` : `${Math.round(size / 7)} weeks`;
  return count > 0 ? `in ${said}` : `${said} ago`;
}

/** As `nearText`, and the day itself beyond: `Sun 20 Oct 2024`. */
export function relativeText(day: string, today: string): string {
  return nearText(day, today) || dayText(day, today);
}

/**
 * How long something is overdue: `2 days overdue`; beyond about eight weeks `long overdue`, and the
 * day has to stand beside it. Empty where it is not.
 */
export function overdueText(day: string, today: string): string {
  const count = daysBetween(day, today);
  if (count <= 0) return '';
  if (count > NEAR_DAYS) return 'long overdue';
  return count === 1 ? '1 day overdue' : `${count} days overdue`;
}

/** The time of an instant as it was recorded, `10:15`; null for a day without a time. */
export function timeText(at: string): string | null {
  return /T(\d{2}:\d{2})/.exec(at)?.[1] ?? null;
}

/** `42 min`, `1 h 5 min`. */
export function minutesText(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest ? ` ${rest} min` : ''}`;
}

/** Hours and minutes that a running timer shows, from seconds: `4:07`, `1:04:07`. */
export function timerText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** `3.4 MB`, `812 KB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
