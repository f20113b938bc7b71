/** One article found: its title, where it is from, and what stands around its hits. Everything leads to its place. */
import { useQuery } from "@tanstack/react-query";
import { ListPlus } from "lucide-react";
import { memo, type ReactNode, useState } from "react";
import type { SearchHit, SearchSubject, Snippet } from "../../preload/model/search.ts";
import { pictureAddress } from "../client.ts";
import { useSay } from "../ui/language.ts";
import { usePrintList } from "../ui/print-list.ts";
import { asking } from "../ui/queries.ts";
import { languageOf, MarkedWords } from "./marked-words.tsx";
import styles from "./result-row.module.css";

/** Of an article's hits, how many are listed at a time. */
const SNIPPETS_AT_ONCE = 100;

export interface ResultRowProps {
  readonly hit: SearchHit;
  /** What was searched, for asking for every hit. */
  readonly subject: SearchSubject;
  readonly isExpanded: boolean;
  readonly isOpen: boolean;
  /** The place at which it was opened. */
  readonly openAt: number | null;
  /** The stop of this row that Tab leads to; null where another row has it. */
  readonly tabStop: number | null;
  readonly onOpen: (id: number, at: number | null) => void;
  /** Null where not every hit can be listed: what is near has none. */
  readonly onToggle: ((id: number) => void) | null;
}

/** Drawn again only when something of its own changes. */
export const ResultRow = memo(function ResultRow(props: ResultRowProps): ReactNode {
  const { hit, subject, isExpanded, isOpen, openAt, tabStop, onOpen, onToggle } = props;
  const say = useSay();
  const printList = usePrintList();
  const all = useQuery({
    ...asking("articleHits", { subject, id: hit.id }),
    enabled: isExpanded,
  });
  const [shown, setShown] = useState(SNIPPETS_AT_ONCE);
  const snippets = (isExpanded ? all.data?.snippets : undefined) ?? hit.snippets;
  const listed = snippets.slice(0, isExpanded ? shown : snippets.length);
  const more = Math.min(SNIPPETS_AT_ONCE, snippets.length - listed.length);
  const stop = (number: number) => ({ "data-stop": number, tabIndex: tabStop === number ? 0 : -1 });
  const toggleStop = listed.length + 1;
  return (
    <article className={styles["row"]} data-open={isOpen} aria-label={hit.title.text}>
      <button
        type="button"
        className={styles["head"]}
        aria-current={isOpen ? "true" : undefined}
        onClick={() => onOpen(hit.id, null)}
        {...stop(0)}
      >
        <span className={styles["words"]}>
          {hit.kicker === "" ? null : (
            <span className={styles["kicker"]} lang={languageOf(hit.kicker)}>
              {hit.kicker}
            </span>
          )}
          <span className={styles["title"]} lang={languageOf(hit.title.text)}>
            {hit.title.text === "" ? say("search.untitled") : <MarkedWords words={hit.title} />}
          </span>
          <SourceLine hit={hit} />
        </span>
        {hit.thumbnail === null ? null : (
          <img className={styles["picture"]} src={pictureAddress(hit.thumbnail)} alt="" loading="lazy" />
        )}
      </button>
      {keyed(listed).map(({ key, snippet }) => (
        <SnippetButton
          key={key}
          snippet={snippet}
          isOpen={isOpen && snippet.start !== null && snippet.start === openAt}
          stop={stop(key + 1)}
          onOpen={() => onOpen(hit.id, snippet.start)}
        />
      ))}
      {more <= 0 ? null : (
        <button
          type="button"
          className={styles["more"]}
          onClick={() => setShown(shown + more)}
          {...stop(toggleStop)}
        >
          {say("search.more-snippets", { count: more })}
        </button>
      )}
      {onToggle !== null && (isExpanded || hit.count > hit.snippets.length) ? (
        <button
          type="button"
          className={styles["more"]}
          aria-expanded={isExpanded}
          onClick={() => onToggle(hit.id)}
          {...stop(toggleStop + 1)}
        >
          {isExpanded ? say("search.fold") : say("search.expand", { count: hit.count })}
        </button>
      ) : null}
      <button
        type="button"
        className={styles["print"]}
        aria-label={say("print.add-article", { title: hit.title.text })}
        title={say("print.add")}
        onClick={() => void printList.addArticles([hit.id])}
        {...stop(toggleStop + 2)}
      >
        <ListPlus size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </article>
  );
});

/** An article's hits never change their order: a snippet's ordinal is its identity. */
function keyed(snippets: readonly Snippet[]): readonly { readonly key: number; readonly snippet: Snippet }[] {
  return snippets.map((snippet, key) => ({ key, snippet }));
}

interface SnippetButtonProps {
  readonly snippet: Snippet;
  readonly isOpen: boolean;
  readonly stop: { readonly "data-stop": number; readonly tabIndex: number };
  readonly onOpen: () => void;
}

function SnippetButton({ snippet, isOpen, stop, onOpen }: SnippetButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={styles["snippet"]}
      aria-current={isOpen ? "location" : undefined}
      onClick={onOpen}
      lang={languageOf(snippet.text)}
      {...stop}
    >
      {snippet.heading === "" ? null : <span className={styles["heading"]}>{snippet.heading}</span>}
      <span className={styles["text"]}>
        <MarkedWords words={snippet} />
      </span>
    </button>
  );
}

/** `报名·日期·版次`, and how many hits. */
function SourceLine({ hit }: { readonly hit: SearchHit }): ReactNode {
  const say = useSay();
  const dot = say("list.dot");
  const page = hit.page === "" ? "" : say("list.page", { page: hit.page });
  const known = [hit.publication, hit.issuedOn ?? "", page].filter((part) => part !== "");
  return (
    <span className={styles["source"]}>
      {hit.sample ? <span className={styles["label"]}>{say("list.sample")}</span> : null}
      {hit.byShortName ? <span className={styles["label"]}>{say("search.by-short-name")}</span> : null}
      <span className={styles["line"]}>
        {known.length === 0 ? say("list.source-not-known") : known.join(dot)}
      </span>
      <span className={styles["count"]}>
        {hit.besides === 0 ? say("search.count", { count: hit.count }) : say("search.count-besides", hit)}
      </span>
    </span>
  );
}
