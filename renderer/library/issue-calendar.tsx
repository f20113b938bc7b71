/** One month of a newspaper, the days with an issue marked; keys as in any calendar. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { IssueDay } from "../../preload/model/listing.ts";
import { IconButton } from "../ui/button.tsx";
import { ChooseField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { monthOf, movedDay, partsOf, weeksOf, yearOf } from "./calendar-dates.ts";
import styles from "./issue-calendar.module.css";
import { lastIssueIn, monthBeside } from "./newspaper-place.ts";

interface IssueCalendarProps {
  /** Oldest first; at least one. */
  readonly days: readonly IssueDay[];
  /** `YYYY-MM` */
  readonly month: string;
  readonly chosen: string | null;
  readonly onMonth: (month: string) => void;
  readonly onChoose: (day: string) => void;
}

/** Monday first, as in China. */
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;

/** A table to look at that is used as a grid, as WAI-ARIA describes calendars: its cells take the focus, one at a time. */
const asGrid = { role: "grid" } as const;
const asGridCell = (hasFocus: boolean, isChosen: boolean) =>
  ({ role: "gridcell", tabIndex: hasFocus ? 0 : -1, "aria-selected": isChosen }) as const;

export function IssueCalendar({ days, month, chosen, onMonth, onChoose }: IssueCalendarProps) {
  const say = useSay();
  const grid = useRef<HTMLTableElement>(null);
  const issues = useMemo(() => new Map(days.map(({ day, articles }) => [day, articles])), [days]);
  const [at, setAt] = useState<string | null>(null);
  // The cursor waits on the day that is chosen, or on the last issue of the month.
  const waiting = chosen !== null && monthOf(chosen) === month ? chosen : lastIssueIn(days, month);
  const cursor = at !== null && monthOf(at) === month ? at : waiting;

  const followsCursor = useRef(false);
  useEffect(() => {
    if (!followsCursor.current) return;
    followsCursor.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus();
  }, [cursor]);

  function moveTo(day: string): void {
    followsCursor.current = true;
    setAt(day);
    if (monthOf(day) !== month) onMonth(monthOf(day));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    const target = event.ctrlKey ? farDay(event.key, days) : movedDay(event.key, cursor, event.shiftKey);
    if (target !== null) moveTo(target);
    else if (!event.ctrlKey && (event.key === "Enter" || event.key === " ")) {
      if (issues.has(cursor)) onChoose(cursor);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onClick(event: MouseEvent): void {
    const pointed = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-day]") : null;
    const day = pointed?.dataset["day"];
    if (day === undefined) return;
    setAt(day);
    if (issues.has(day)) onChoose(day);
  }

  const { year, month: monthNumber } = partsOf(`${month}-01`);
  return (
    <div className={styles["calendar"]}>
      <MonthHead days={days} month={month} onMonth={onMonth} />
      <table
        ref={grid}
        {...asGrid}
        aria-label={say("papers.calendar", { month: say("list.month", { year, month: monthNumber }) })}
        className={styles["grid"]}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" className={styles["weekday"]}>
                {say("papers.weekday", { weekday })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {WEEKDAYS.map((weekday, column) => {
                const day = week[column] ?? null;
                return day === null ? (
                  <td key={weekday} />
                ) : (
                  <Day
                    key={weekday}
                    day={day}
                    articles={issues.get(day)}
                    isChosen={day === chosen}
                    isCursor={day === cursor}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayProps {
  readonly day: string;
  /** Undefined where nothing came out. */
  readonly articles: number | undefined;
  readonly isChosen: boolean;
  readonly isCursor: boolean;
}

function Day({ day, articles, isChosen, isCursor }: DayProps) {
  const say = useSay();
  const parts = partsOf(day);
  const name = say("papers.day", parts);
  return (
    <td
      {...asGridCell(isCursor, isChosen)}
      className={styles["day"]}
      data-day={day}
      data-issue={articles !== undefined}
      data-first={isCursor}
      aria-disabled={articles === undefined}
      aria-label={
        articles === undefined
          ? say("papers.day-none", { day: name })
          : say("papers.day-issue", { day: name, count: articles })
      }
    >
      <span className={styles["number"]}>{parts.day}</span>
    </td>
  );
}

type MonthHeadProps = Pick<IssueCalendarProps, "days" | "month" | "onMonth">;

/** The year and the month, each to be chosen; arrows go to the next month that has issues. */
function MonthHead({ days, month, onMonth }: MonthHeadProps) {
  const say = useSay();
  const id = useId();
  const previous = monthBeside(days, month, -1);
  const next = monthBeside(days, month, 1);
  const ofYear = useMemo(() => Map.groupBy(days, ({ day }) => yearOf(day)), [days]);
  const { year, month: monthNumber } = partsOf(`${month}-01`);
  const ofMonth = Map.groupBy(ofYear.get(yearOf(month)) ?? [], ({ day }) => monthOf(day));
  const issuesIn = (count: number) => say("papers.issues", { count });
  const months = [...ofMonth].map(([key, issues]) => ({
    value: key,
    name: say("papers.month-name", { month: partsOf(`${key}-01`).month }),
    note: issuesIn(issues.length),
  }));
  return (
    <div id={id} className={styles["months"]}>
      <IconButton
        icon={ChevronLeft}
        name={say("papers.previous-month")}
        isDisabled={previous === null}
        onPress={() => previous !== null && onMonth(previous)}
      />
      <span className={styles["month"]}>
        <ChooseField
          look="bare"
          label={say("papers.year")}
          value={yearOf(month)}
          choices={[...ofYear].toReversed().map(([key, issues]) => ({
            value: key,
            name: say("list.year", { year: Number(key) }),
            note: issuesIn(issues.length),
          }))}
          shown={say("list.year", { year })}
          onChange={(key) => onMonth(sameMonth(key, month, days))}
        />
        <ChooseField
          look="bare"
          label={say("papers.month")}
          value={month}
          choices={months}
          shown={say("papers.month-name", { month: monthNumber })}
          onChange={onMonth}
        />
      </span>
      <IconButton
        icon={ChevronRight}
        name={say("papers.next-month")}
        isDisabled={next === null}
        onPress={() => next !== null && onMonth(next)}
      />
    </div>
  );
}

/** The same month of another year, or where nothing came out in it, that year's first with an issue. */
function sameMonth(year: string, month: string, days: readonly IssueDay[]): string {
  const same = `${year}${month.slice("YYYY".length)}`;
  const inYear = days.filter(({ day }) => yearOf(day) === year);
  const issue = inYear.find(({ day }) => monthOf(day) === same) ?? inYear[0];
  return issue === undefined ? same : monthOf(issue.day);
}

/** With Ctrl: the first and the last issue there is. */
function farDay(key: string, days: readonly IssueDay[]): string | null {
  if (key === "Home") return days[0]?.day ?? null;
  return key === "End" ? (days.at(-1)?.day ?? null) : null;
}
