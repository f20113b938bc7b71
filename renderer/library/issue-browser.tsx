/** A newspaper's calendar, and the pages of the day that is chosen in it. */
import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import type { IssuePage, NewspaperIssues } from "../../preload/model/listing.ts";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { IconButton } from "../ui/button.tsx";
import { runCommand } from "../ui/commands.ts";
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import { monthOf, partsOf } from "./calendar-dates.ts";
import { EntryList } from "./entry-list.tsx";
import { IssueCalendar } from "./issue-calendar.tsx";
import { allNewspapers, issueBeside, type NewspaperPlace } from "./newspaper-place.ts";
import styles from "./newspapers.module.css";

interface IssueBrowserProps {
  readonly place: NewspaperPlace;
  readonly issues: NewspaperIssues;
  readonly onPlace: (place: NewspaperPlace) => void;
}

interface CalendarProps extends IssueBrowserProps {
  readonly onDay: (day: string) => void;
}

export function IssueBrowser({ place, issues, onPlace, onDay }: CalendarProps) {
  const say = useSay();
  const { day } = place;
  const last = issues.days.at(-1)?.day;
  const month =
    place.month ?? (day === null ? null : monthOf(day)) ?? (last === undefined ? null : monthOf(last));
  return (
    <>
      <div className={styles["head"]}>
        <IconButton
          icon={ArrowLeft}
          name={say("papers.all")}
          keys="Esc"
          onPress={() => onPlace(allNewspapers)}
        />
        <h2 className={styles["title"]}>{place.publication || say("list.source-not-known")}</h2>
        <span className={styles["note"]}>{say("papers.issues", { count: issues.days.length })}</span>
      </div>
      {month === null ? (
        <p className={styles["none"]}>{say("papers.no-dates")}</p>
      ) : (
        <IssueCalendar
          days={issues.days}
          month={month}
          chosen={day}
          onMonth={(shown) => onPlace({ ...place, month: shown })}
          onChoose={onDay}
        />
      )}
      <div className={styles["below"]}>
        {day === null || month === null ? null : (
          <Pages place={place} day={day} issues={issues} onPlace={onPlace} />
        )}
        {day === null && month !== null ? <p className={styles["none"]}>{say("papers.choose-day")}</p> : null}
        {issues.undated === 0 ? null : (
          <EntryList
            isFirst={month === null}
            label={say("papers.undated")}
            entries={[
              {
                key: "undated",
                name: say("papers.undated"),
                note: say("collections.count", { count: issues.undated }),
                act: () => onPlace({ ...place, listed: "undated" }),
              },
            ]}
          />
        )}
      </div>
    </>
  );
}

function Pages({ place, day, issues, onPlace }: IssueBrowserProps & { readonly day: string }) {
  const say = useSay();
  const { data: pages } = useAsk("issuePages", { publication: place.publication ?? "", day });
  const articles = (pages ?? []).reduce((sum, page) => sum + page.articles, 0);
  return (
    <section aria-label={say("papers.pages")}>
      <div className={styles["day"]}>
        <h3 className={styles["day-name"]}>{say("papers.day", partsOf(day))}</h3>
        <StepButtons
          previous="previous-issue"
          next="next-issue"
          hasPrevious={issueBeside(issues.days, day, -1) !== null}
          hasNext={issueBeside(issues.days, day, 1) !== null}
        />
      </div>
      {pages === undefined ? null : (
        <EntryList
          // Another day's pages are another list: its first has the Tab stop.
          key={day}
          label={say("papers.pages")}
          isFirst={false}
          entries={[
            ...(pages.length > 1
              ? [
                  {
                    key: "issue",
                    name: say("papers.whole-issue"),
                    note: say("papers.page-count", { pages: pages.length, articles }),
                    act: () => onPlace({ ...place, listed: "issue" }),
                  },
                ]
              : []),
            ...pages.map((page) => ({
              key: `page ${page.page}`,
              name: pageName(page, say),
              beside: page.pageName,
              note: say("collections.count", { count: page.articles }),
              act: () => onPlace({ ...place, listed: { page: page.page } }),
            })),
          ]}
        />
      )}
    </section>
  );
}

function pageName({ page }: Pick<IssuePage, "page">, say: ReturnType<typeof useSay>): string {
  return page === "" ? say("papers.page-not-known") : say("papers.page", { page });
}

interface StepButtonsProps {
  readonly previous: "previous-issue" | "previous-page";
  readonly next: "next-issue" | "next-page";
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** Two arrows that do what the keys do. */
export function StepButtons({ previous, next, hasPrevious, hasNext }: StepButtonsProps) {
  const say = useSay();
  return (
    <span className={styles["steps"]}>
      <IconButton
        icon={ChevronLeft}
        name={say(`command.${previous}`)}
        keys={shortcutOf(previous)}
        isDisabled={!hasPrevious}
        onPress={() => void runCommand(previous)}
      />
      <IconButton
        icon={ChevronRight}
        name={say(`command.${next}`)}
        keys={shortcutOf(next)}
        isDisabled={!hasNext}
        onPress={() => void runCommand(next)}
      />
    </span>
  );
}
