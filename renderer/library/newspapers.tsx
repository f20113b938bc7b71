/** The newspapers of the library, leafed through: newspaper, then day, then page, then the articles on it. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { useCommands } from "../ui/commands.ts";
import { FailureNote } from "../ui/failure.tsx";
import { useNotices } from "../ui/notices.tsx";
import { asking, useAsk } from "../ui/queries.ts";
import { IssueBrowser } from "./issue-browser.tsx";
import { NewspaperList } from "./newspaper-list.tsx";
import {
  allNewspapers,
  filterAt,
  firstListed,
  issueBeside,
  type NewspaperPlace,
  onlyListed,
  outOf,
  pageBeside,
  samePage,
} from "./newspaper-place.ts";
import styles from "./newspapers.module.css";
import { PageHead } from "./page-head.tsx";

interface NewspapersProps {
  readonly place: NewspaperPlace;
  readonly onPlace: (place: NewspaperPlace) => void;
  /** The list of the articles at the place. */
  readonly articles: ReactNode;
}

export function Newspapers({ place, onPlace, articles }: NewspapersProps) {
  const { publication } = place;
  const root = useRef<HTMLDivElement>(null);
  const goingIn = useRef(false);
  /** What had the focus is gone, and what is to have it is not drawn yet: keys are still meant for here. */
  const isAwaited = useRef(false);
  const client = useQueryClient();
  const { tellFailure } = useNotices();
  const { data: issues } = useAsk("newspaperIssues", { publication: publication ?? "" });
  const days = publication === null ? [] : (issues?.days ?? []);

  function goInto(name: string): void {
    client.fetchQuery(asking("newspaperIssues", { publication: name })).then((known) => {
      go({ ...allNewspapers, publication: name, listed: firstListed(known.days) });
    }, tellFailure);
  }

  function go(to: NewspaperPlace): void {
    goingIn.current = levelOf(to) !== levelOf(place) && (hasFocus(root.current) || isAwaited.current);
    onPlace(to);
  }

  // What had the focus is gone with the level it stood on.
  useEffect(() => {
    if (!goingIn.current) return;
    goingIn.current = false;
    isAwaited.current = true;
    focusWhenDrawn(root.current, () => {
      isAwaited.current = false;
    });
  });

  // Behind the keys of the list and the calendar: what those do not know goes one level out.
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const out = outOf(place, days);
      const isHere =
        hasFocus(root.current) || (isAwaited.current && document.activeElement === document.body);
      if (event.key !== "Escape" || event.defaultPrevented || out === null || !isHere) return;
      event.preventDefault();
      go(out);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });

  return (
    <div ref={root} className={styles["newspapers"]}>
      {publication === null ? (
        <NewspaperList onChoose={goInto} />
      ) : (
        <Newspaper place={place} publication={publication} onPlace={go} articles={articles} />
      )}
    </div>
  );
}

interface NewspaperProps extends NewspapersProps {
  readonly publication: string;
}

function Newspaper({ place, publication, onPlace, articles }: NewspaperProps) {
  const client = useQueryClient();
  const { tellFailure } = useNotices();
  const { data: issues, error, refetch } = useAsk("newspaperIssues", { publication });
  const { day, listed } = place;
  const pagesOf = (of: string) => asking("issuePages", { publication, day: of });
  const newest = useRef(place);
  useEffect(() => {
    newest.current = place;
  });

  /** Another issue at the same page, or another day of the calendar. */
  function toIssue(by: -1 | 1): void {
    const to = day === null || issues === undefined ? null : issueBeside(issues.days, day, by);
    if (to === null) return;
    const asked = place;
    client.fetchQuery(pagesOf(to)).then((pages) => {
      if (newest.current !== asked) return;
      onPlace({ ...asked, day: to, month: null, listed: samePage(pages, asked.listed) });
    }, tellFailure);
  }

  /** A day whose pages are not known is one list. */
  function toDay(chosen: string): void {
    const asked = place;
    client.fetchQuery(pagesOf(chosen)).then((pages) => {
      if (newest.current === asked)
        onPlace({ ...asked, day: chosen, month: null, listed: onlyListed(pages) });
    }, tellFailure);
  }

  function toPage(by: -1 | 1): void {
    if (day === null) return;
    const asked = place;
    client.fetchQuery(pagesOf(day)).then((pages) => {
      const beside = pageBeside(pages, listed, by);
      if (beside !== null && newest.current === asked) onPlace({ ...asked, listed: beside });
    }, tellFailure);
  }

  useCommands({
    "previous-page": () => toPage(-1),
    "next-page": () => toPage(1),
    "previous-issue": () => toIssue(-1),
    "next-issue": () => toIssue(1),
  });

  if (error !== null) return <FailureNote error={error} onRetry={() => void refetch()} />;
  if (issues === undefined) return <div className={styles["waiting"]} aria-busy="true" />;
  if (filterAt(place) === null)
    return <IssueBrowser place={place} issues={issues} onPlace={onPlace} onDay={toDay} />;
  return (
    <>
      <PageHead place={place} issues={issues} onPlace={onPlace} />
      {articles}
    </>
  );
}

function levelOf({ publication, listed }: NewspaperPlace): string {
  if (publication === null) return "newspapers";
  return listed === null ? "calendar" : "articles";
}

function hasFocus(root: HTMLElement | null): boolean {
  return root?.contains(document.activeElement) ?? false;
}

/** Frames until what is shown next has come from the library. */
const FRAMES_TO_DRAW = 60;

/**
 * Gives the focus to what the level is for, once it is there: `data-first`, or the list of articles. Whoever has gone
 * elsewhere meanwhile is left there.
 */
function focusWhenDrawn(root: HTMLElement | null, onEnd: () => void): void {
  let frames = FRAMES_TO_DRAW;
  const look = () => {
    const first = root?.querySelector<HTMLElement>("[data-first='true'], [role=listbox]");
    const isElsewhere = document.activeElement !== document.body && !hasFocus(root);
    if (first === null || first === undefined) {
      if (--frames > 0 && !isElsewhere) return void requestAnimationFrame(look);
    } else if (!isElsewhere) first.focus({ preventScroll: true });
    onEnd();
  };
  look();
}
