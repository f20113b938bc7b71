/** Dates as people type them into a query: a day, a month, a year, or a range of these, open on either side. */

export interface Dates {
  /** `YYYY-MM-DD`, both counted; null: open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** `2021`, `2021-2`, `2021年2月5日`, `2020..2021-06` either way round, `..2021`, `2020至2021`; null where it is no date. */
export function readDates(text: string): Dates | null {
  const parts = text.normalize("NFKC").split(/\.{2,}|…+|~|至/);
  const [first = "", last = first] = parts;
  if (parts.length > 2 || (first === "" && last === "")) return null;
  const one = first === "" ? null : daysOf(first);
  const other = last === "" ? null : daysOf(last);
  if (one === undefined || other === undefined) return null;
  // 2021..2020 is meant as 2020..2021.
  if (one !== null && other !== null && one.from > other.to) return { from: other.from, to: one.to };
  return { from: one?.from ?? null, to: other?.to ?? null };
}

/** The first and last day of what is named. The 31st ends every month: days are compared as text. */
function daysOf(text: string): { from: string; to: string } | undefined {
  const named = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/.exec(text);
  if (!named) return undefined;
  const [, year = "", month, day] = named;
  const monthNumber = Number(month ?? 1);
  const dayNumber = Number(day ?? 1);
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > 31) return undefined;
  const two = (number: number) => String(number).padStart(2, "0");
  return {
    from: `${year}-${two(monthNumber)}-${two(dayNumber)}`,
    to: `${year}-${two(month === undefined ? 12 : monthNumber)}-${two(day === undefined ? 31 : dayNumber)}`,
  };
}
