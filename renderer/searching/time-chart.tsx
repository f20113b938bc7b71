/** The articles found over time: a bar a year or a month. One click filters, a drag or Shift and the arrows a range. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { SearchFacets, SearchFilters } from "../../preload/model/search.ts";
import type { Say } from "../ui/language.ts";
import { useSay } from "../ui/language.ts";
import { isChosen, rangeOf, type TimeBucket, timeBuckets } from "./time-buckets.ts";
import styles from "./time-chart.module.css";

type DateRange = Pick<SearchFilters, "from" | "to">;

interface TimeChartProps {
  readonly months: SearchFacets["months"];
  readonly range: DateRange;
  readonly onRange: (range: DateRange) => void;
}

interface Brush {
  readonly by: "pointer" | "keys";
  readonly from: number;
  readonly to: number;
}

/** Labels closer than this many bars would run into one another. */
const MOST_LABELS = 13;

export function TimeChart({ months, range, onRange }: TimeChartProps): ReactNode {
  const say = useSay();
  const chart = timeBuckets(months, range);
  const [brush, setBrush] = useState<Brush | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [tabStop, setTabStop] = useState(0);
  const bars = useRef<HTMLFieldSetElement>(null);
  useReleased(brush, choose);
  if (chart === null) return null;
  const { buckets, year } = chart;
  const most = Math.max(...buckets.map(({ articles }) => articles), 1);
  const labelEvery = Math.ceil(buckets.length / MOST_LABELS);
  const isInBrush = (index: number) =>
    brush !== null && index >= Math.min(brush.from, brush.to) && index <= Math.max(brush.from, brush.to);
  const told = buckets[pointed ?? -1];

  function choose(from: number, to: number): void {
    setBrush(null);
    if (chart !== null) onRange(rangeOf(chart, from, to, range));
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const at = Number((event.target as HTMLElement).dataset["bar"]);
    if (Number.isNaN(at)) return;
    const moved = movedTo(event.key, at, buckets.length);
    if (moved !== null) {
      setBrush(event.shiftKey ? { by: "keys", from: brush?.from ?? at, to: moved } : null);
      setTabStop(moved);
      bars.current?.querySelector<HTMLElement>(`[data-bar="${moved}"]`)?.focus();
    } else if (event.key === "Enter" || event.key === " ") choose(brush?.from ?? at, brush?.to ?? at);
    else if (event.key === "Escape" && brush !== null) setBrush(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section className={styles["chart"]} aria-label={say("search.chart")}>
      <p className={styles["told"]} aria-hidden>
        {told === undefined ? "" : barName(told, say)}
      </p>
      {year === null ? null : (
        <button type="button" className={styles["all"]} onClick={() => onRange({ from: null, to: null })}>
          {say("search.chart-all")} › {say("list.year", { year: Number(year) })}
        </button>
      )}
      <fieldset
        ref={bars}
        aria-label={say("search.chart-keys")}
        className={styles["bars"]}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
      >
        {buckets.map((bucket, index) => (
          <button
            key={bucket.time}
            type="button"
            data-bar={index}
            data-label={index % labelEvery === 0 ? labelOf(bucket, year !== null, say) : undefined}
            tabIndex={index === Math.min(tabStop, buckets.length - 1) ? 0 : -1}
            className={styles["bar"]}
            aria-label={barName(bucket, say)}
            aria-pressed={(range.from !== null || range.to !== null) && isChosen(bucket, range)}
            data-chosen={brush === null ? isChosen(bucket, range) : isInBrush(index)}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.releasePointerCapture(event.pointerId);
              setBrush({ by: "pointer", from: index, to: index });
            }}
            onClick={({ detail }) => {
              // A screen reader's own click comes without a pointer.
              if (detail === 0) choose(index, index);
            }}
            onPointerEnter={() => {
              setPointed(index);
              if (brush?.by === "pointer") setBrush({ ...brush, to: index });
            }}
            onFocus={() => {
              setPointed(index);
              setTabStop(index);
            }}
            onBlur={() => setPointed(null)}
          >
            <span
              className={styles["column"]}
              style={{
                blockSize: `${bucket.articles === 0 ? 0 : Math.max(4, (bucket.articles / most) * 100)}%`,
              }}
            />
          </button>
        ))}
      </fieldset>
    </section>
  );
}

/** The range brushed is chosen wherever the pointer is let go. */
function useReleased(brush: Brush | null, choose: (from: number, to: number) => void): void {
  const newest = useRef({ brush, choose });
  useEffect(() => {
    newest.current = { brush, choose };
  });
  const isBrushing = brush?.by === "pointer";
  useEffect(() => {
    if (!isBrushing) return;
    const release = () => {
      const { brush, choose } = newest.current;
      if (brush !== null) choose(brush.from, brush.to);
    };
    document.addEventListener("pointerup", release);
    return () => document.removeEventListener("pointerup", release);
  }, [isBrushing]);
}

function movedTo(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "ArrowRight":
      return Math.min(count - 1, at + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

/** `2021年`, `2021年3月`, and how many articles. */
function barName({ time, articles }: TimeBucket, say: Say): string {
  const [year = 0, month] = time.split("-").map(Number);
  const named = month === undefined ? say("list.year", { year }) : say("list.month", { year, month });
  return say("search.chart-bar", { time: named, count: articles });
}

/** Under a bar there is room for the year, or for the month; where several years' months stand, January bears its year. */
function labelOf({ time }: TimeBucket, isOneYear: boolean, say: Say): string {
  const [year = "", month] = time.split("-");
  if (month === undefined) return year;
  return month === "01" && !isOneYear ? year : say("search.chart-month", { month: Number(month) });
}
