/** Days and months of a calendar as `YYYY-MM-DD` and `YYYY-MM`: no time, no time zone. */

const DAYS_IN_WEEK = 7;
const MONTHS_IN_YEAR = 12;

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
  /** 0: Sunday. */
  readonly weekday: number;
}

export function partsOf(day: string): DayParts {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month, day: date, weekday: utc(year, month, date).getUTCDay() };
}

export function monthOf(day: string): string {
  return day.slice(0, "YYYY-MM".length);
}

export function yearOf(day: string): string {
  return day.slice(0, "YYYY".length);
}

export function addDays(day: string, days: number): string {
  const { year, month, day: date } = partsOf(day);
  return iso(utc(year, month, date + days));
}

/** The same day of another month, or its last where it is shorter. */
export function addMonths(day: string, months: number): string {
  const { year, month, day: date } = partsOf(day);
  const index = year * MONTHS_IN_YEAR + (month - 1) + months;
  const toYear = Math.floor(index / MONTHS_IN_YEAR);
  const toMonth = (index % MONTHS_IN_YEAR) + 1;
  return iso(utc(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth))));
}

/** The weeks of a month, Monday first; null before its first day and after its last. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const first = partsOf(`${month}-01`);
  const before = (first.weekday + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK;
  const days: (string | null)[] = Array<null>(before).fill(null);
  for (let day = 1; day <= daysIn(first.year, first.month); day++) {
    days.push(`${month}-${String(day).padStart(2, "0")}`);
  }
  while (days.length % DAYS_IN_WEEK !== 0) days.push(null);
  return Array.from({ length: days.length / DAYS_IN_WEEK }, (_, week) =>
    days.slice(week * DAYS_IN_WEEK, (week + 1) * DAYS_IN_WEEK),
  );
}

/** Where a key moves the cursor of a calendar; null where it is no moving key. `shift`: by years instead of months. */
export function movedDay(key: string, day: string, shift: boolean): string | null {
  const { weekday } = partsOf(day);
  const fromMonday = (weekday + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK;
  switch (key) {
    case "ArrowLeft":
      return addDays(day, -1);
    case "ArrowRight":
      return addDays(day, 1);
    case "ArrowUp":
      return addDays(day, -DAYS_IN_WEEK);
    case "ArrowDown":
      return addDays(day, DAYS_IN_WEEK);
    case "Home":
      return addDays(day, -fromMonday);
    case "End":
      return addDays(day, DAYS_IN_WEEK - 1 - fromMonday);
    case "PageUp":
      return addMonths(day, shift ? -MONTHS_IN_YEAR : -1);
    case "PageDown":
      return addMonths(day, shift ? MONTHS_IN_YEAR : 1);
    default:
      return null;
  }
}

function daysIn(year: number, month: number): number {
  return utc(year, month + 1, 0).getUTCDate();
}

/** Years below 100 would count from 1900. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function iso(date: Date): string {
  return date.toISOString().slice(0, "YYYY-MM-DD".length);
}
