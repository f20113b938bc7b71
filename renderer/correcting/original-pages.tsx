/** The pages of a PDF original under one another; only those in or near sight are drawn and kept. */
import { memo, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { reachable } from "../ui/article/reachable.ts";
import { useSay } from "../ui/language.ts";
import styles from "./original.module.css";
import type { PageSize, OriginalPages as Pages } from "./original-pdf.ts";
import { textAt } from "./page-text.ts";
import { type PagePlace, type Sought, usePagePlace } from "./use-original-pages.ts";

interface OriginalPagesProps {
  readonly pages: Pages;
  /** Of the pane's width. */
  readonly zoom: number;
  readonly sought: Sought | null;
  /** What was clicked, and how far down the document: 0 at its beginning, 1 at its end. */
  readonly onGo: (text: string, near: number) => void;
}

/** Beside the pages, in CSS pixels: their margins, and the scroll bar. */
const BESIDE = 32;

export function OriginalPages({ pages, zoom, sought, onGo }: OriginalPagesProps): ReactNode {
  const say = useSay();
  const list = useRef<HTMLOListElement>(null);
  const [width, setWidth] = useState(0);
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  const place = usePagePlace(pages, sought);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setWidth(Math.max(0, element.clientWidth - BESIDE)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    const element = list.current;
    if (element === null || width === 0) return;
    // A page before and after those in sight.
    const watch = new IntersectionObserver((seen) => setNear((before) => afterSeen(before, seen)), {
      root: element,
      rootMargin: "60% 0px",
    });
    for (const page of element.children) watch.observe(page);
    return () => watch.disconnect();
  }, [width]);

  useLayoutEffect(() => {
    if (place === null || width === 0) return;
    const page = list.current?.children[place.page - 1];
    (page?.querySelector("[data-place]") ?? page)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [place, width]);

  const go = useRef(onGo);
  go.current = onGo;
  useEffect(() => {
    const element = list.current;
    const onClick = (event: MouseEvent) =>
      void pointed(pages, event).then(
        (point) => {
          if (point !== null) go.current(point.text, point.near);
        },
        () => undefined,
      );
    element?.addEventListener("click", onClick);
    return () => element?.removeEventListener("click", onClick);
  }, [pages]);

  return (
    <ol ref={list} className={styles["pages"]} aria-label={say("correcting.original-pages")} {...reachable}>
      {width === 0
        ? null
        : Array.from({ length: pages.count }, (_, index) => index + 1).map((number) => (
            <OriginalPage
              key={number}
              pages={pages}
              number={number}
              width={Math.round(width * zoom)}
              isNear={near.has(number)}
              place={place?.page === number ? place : null}
            />
          ))}
    </ol>
  );
}

/** What was clicked on a page, and how far down the document it stands. */
async function pointed(
  pages: Pages,
  { target, clientX, clientY }: MouseEvent,
): Promise<{ text: string; near: number } | null> {
  const sheet = target instanceof Element ? target.closest<HTMLElement>("[data-sheet]") : null;
  const page = Number(sheet?.dataset["sheet"]);
  if (sheet === null) return null;
  const { left, top, width, height } = sheet.getBoundingClientRect();
  const y = (clientY - top) / height;
  const text = textAt(await pages.text(page), (clientX - left) / width, y);
  return text === null ? null : { text, near: (page - 1 + y) / pages.count };
}

function afterSeen(
  before: ReadonlySet<number>,
  seen: readonly IntersectionObserverEntry[],
): ReadonlySet<number> {
  const after = new Set(before);
  for (const { target, isIntersecting } of seen) {
    const number = Number(target.getAttribute("data-page"));
    if (isIntersecting) after.add(number);
    else after.delete(number);
  }
  return after;
}

interface OriginalPageProps {
  readonly pages: Pages;
  readonly number: number;
  /** CSS pixels. */
  readonly width: number;
  readonly isNear: boolean;
  readonly place: PagePlace | null;
}

const OriginalPage = memo(function OriginalPage(props: OriginalPageProps): ReactNode {
  const { pages, number, width, isNear, place } = props;
  const say = useSay();
  const [size, setSize] = useState<PageSize>(pages.size);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (isNear)
      pages.sizeOf(number).then(
        (told) =>
          setSize((known) => (told.width === known.width && told.height === known.height ? known : told)),
        () => setLost(true),
      );
  }, [pages, number, isNear]);
  const name = say("correcting.page-number", { page: number, count: pages.count });
  const style = { inlineSize: width, blockSize: (width * size.height) / size.width };
  return (
    <li className={styles["pageItem"]} data-page={number}>
      {isLost ? (
        <p className={styles["lostPage"]}>{say("correcting.page-not-drawn", { page: number })}</p>
      ) : (
        <div className={styles["sheet"]} style={style} role="img" aria-label={name} data-sheet={number}>
          {isNear ? (
            <Drawing pages={pages} number={number} width={width} onLost={() => setLost(true)} />
          ) : null}
          {place?.boxes.map(({ left, top, width: wide, height }) => (
            <span
              key={`${left} ${top}`}
              className={styles["place"]}
              data-place
              style={{
                insetInlineStart: `${left * 100}%`,
                insetBlockStart: `${top * 100}%`,
                inlineSize: `${wide * 100}%`,
                blockSize: `${height * 100}%`,
              }}
            />
          ))}
        </div>
      )}
      <p className={styles["pageNumber"]} aria-hidden>
        {name}
      </p>
    </li>
  );
});

interface DrawingProps {
  readonly pages: Pages;
  readonly number: number;
  readonly width: number;
  readonly onLost: () => void;
}

/** What was drawn stays, stretched, until it is drawn anew in another size; out of sight it goes, and its pixels with it. */
function Drawing({ pages, number, width, onLost }: DrawingProps): ReactNode {
  const shown = useRef<HTMLCanvasElement>(null);
  const lost = useRef(onLost);
  lost.current = onLost;
  useEffect(() => {
    const left = new AbortController();
    pages.draw(number, width * window.devicePixelRatio, left.signal).then(
      (drawn) => {
        const canvas = shown.current;
        if (drawn === null || canvas === null || left.signal.aborted) return;
        canvas.width = drawn.width;
        canvas.height = drawn.height;
        canvas.getContext("2d")?.drawImage(drawn, 0, 0);
        canvas.dataset["drawn"] = String(number);
        release(drawn);
      },
      () => {
        if (!left.signal.aborted) lost.current();
      },
    );
    return () => left.abort();
  }, [pages, number, width]);
  useEffect(() => {
    const canvas = shown.current;
    return () => {
      if (canvas !== null) release(canvas);
    };
  }, []);
  return <canvas ref={shown} className={styles["drawing"]} />;
}

/** Its memory goes at once, not when the collector comes round. */
function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
