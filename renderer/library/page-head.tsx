/** Above the articles of a page: which issue and page they are of, and the way to those beside it. */
import { ArrowLeft, CalendarDays } from "lucide-react";
import type { IssuePage, NewspaperIssues } from "../../preload/model/listing.ts";
import { IconButton } from "../ui/button.tsx";
import { type Say, useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import { partsOf } from "./calendar-dates.ts";
import { StepButtons } from "./issue-browser.tsx";
import { issueBeside, type Listed, type NewspaperPlace, outOf, pageBeside } from "./newspaper-place.ts";
import styles from "./newspapers.module.css";

interface PageHeadProps {
  readonly place: NewspaperPlace;
  readonly issues: NewspaperIssues;
  readonly onPlace: (place: NewspaperPlace) => void;
}

export function PageHead({ place, issues, onPlace }: PageHeadProps) {
  const say = useSay();
  const { day, listed } = place;
  const hasCalendar = issues.days.length > 0;
  const name = place.publication || say("list.source-not-known");
  return (
    <header className={styles["page-head"]}>
      <div className={styles["head"]}>
        <IconButton
          icon={hasCalendar ? CalendarDays : ArrowLeft}
          name={hasCalendar ? say("papers.back-to-calendar") : say("papers.all")}
          keys="Esc"
          onPress={() => onPlace(outOf(place, issues.days) ?? place)}
        />
        <h2 className={styles["title"]}>{name}</h2>
      </div>
      {day === null || listed === "undated" ? (
        <p className={styles["line"]}>{say("papers.undated")}</p>
      ) : (
        <>
          <div className={styles["line"]}>
            <span className={styles["line-name"]}>{say("papers.day", partsOf(day))}</span>
            <StepButtons
              previous="previous-issue"
              next="next-issue"
              hasPrevious={issueBeside(issues.days, day, -1) !== null}
              hasNext={issueBeside(issues.days, day, 1) !== null}
            />
          </div>
          <PageLine publication={place.publication ?? ""} day={day} listed={listed} />
        </>
      )}
    </header>
  );
}

interface PageLineProps {
  readonly publication: string;
  readonly day: string;
  readonly listed: Listed | null;
}

function PageLine({ publication, day, listed }: PageLineProps) {
  const say = useSay();
  const { data: pages = [] } = useAsk("issuePages", { publication, day });
  return (
    <div className={styles["line"]}>
      <span className={styles["line-name"]} aria-live="polite">
        {nameOf(listed, pages, say)}
      </span>
      <StepButtons
        previous="previous-page"
        next="next-page"
        hasPrevious={pageBeside(pages, listed, -1) !== null}
        hasNext={pageBeside(pages, listed, 1) !== null}
      />
    </div>
  );
}

function nameOf(listed: Listed | null, pages: readonly IssuePage[], say: Say): string {
  if (listed === null || typeof listed === "string") return say("papers.whole-issue");
  if (listed.page === "") return say("papers.page-not-known");
  const pageName = pages.find(({ page }) => page === listed.page)?.pageName ?? "";
  return `${say("papers.page", { page: listed.page })} ${pageName}`.trim();
}
