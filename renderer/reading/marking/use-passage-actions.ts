/** What is done with a selected passage, whether from the bar, the menu or a key. */

import type { Article } from "../../../preload/model/article.ts";
import type { Span } from "../../../preload/model/article-text.ts";
import type { BookmarkColor } from "../../../preload/model/bookmark.ts";
import { citation, unknownParts, withCitation } from "../../../preload/model/citation.ts";
import { firstCharacters } from "../../../preload/model/first-characters.ts";
import { ask } from "../../client.ts";
import { useBookmarkActs } from "../../ui/bookmarks/bookmark-acts.tsx";
import { useCommands } from "../../ui/commands.ts";
import { useFrame } from "../../ui/frame-context.ts";
import { useSay } from "../../ui/language.ts";
import { useAttempt, useNotices } from "../../ui/notices.tsx";
import { usePrintList } from "../../ui/print-list.ts";
import { useSettings } from "../../ui/settings-context.tsx";
import type { ArticleModel } from "../article-model.ts";
import { passagePiece } from "../choosing/print-commands.ts";
import { copiedHtml } from "../copied-html.ts";
import { textToCopy } from "../copying.ts";
import type { OpenPage } from "../use-page.ts";
import { useRememberColor } from "./mark-edits.ts";
import type { CardPurpose } from "./note-card.tsx";
import type { PassageActions } from "./selection-bar.tsx";
import { passageSelected } from "./use-selection.ts";

/** Characters of a phrase to search for; more were not selected to be found elsewhere. */
const LONGEST_PHRASE = 100;

interface Parts {
  readonly article: Article;
  readonly model: ArticleModel;
  readonly page: OpenPage;
  /** Opens the note of a bookmark just made. */
  readonly onOpen: (keys: readonly string[], purpose: CardPurpose) => void;
  readonly onBar: () => void;
}

export function usePassageActions(
  parts: Parts,
): PassageActions & { readonly citeSpan: (span: Span) => void } {
  const { article, model, page, onOpen, onBar } = parts;
  const say = useSay();
  const { tell } = useNotices();
  const attempt = useAttempt();
  const settings = useSettings();
  const { add } = useBookmarkActs();
  const rememberColor = useRememberColor();
  const { searchFor } = useFrame();
  const citeSpan = useCite(article, model);
  const printList = usePrintList();

  const withPassage = (act: (span: Span) => void) => {
    const passage = page.page === null ? null : passageSelected(page.page, model);
    if (passage === null) tell(say("bookmarks.select-first"));
    else act(passage.span);
  };
  const mark = (color: BookmarkColor, purpose: CardPurpose | null) =>
    withPassage(async ({ start, end }) => {
      rememberColor(color);
      const quote = model.text.text.slice(start, end);
      const passage = { article: article.id, revision: article.revision, start, end, quote };
      const key = await add({ ...passage, color, note: "", tags: [] });
      if (key === null) return;
      letGo(page);
      if (purpose !== null) onOpen([key], purpose);
    });
  const last = settings.lastBookmarkColor;
  const actions: PassageActions = {
    highlight: (color) => mark(color, null),
    note: () => mark(last, "note"),
    tag: () => mark(last, "tag"),
    copy: () =>
      withPassage(async (span) => {
        const html = copiedHtml(article, model, span);
        if (await attempt(() => ask("copyText", { text: textToCopy(model, span), html })))
          tell(say("bookmarks.copied"));
      }),
    cite: () => withPassage(citeSpan),
    print: () => withPassage((span) => void printList.add([passagePiece(article, span)])),
    search: () => withPassage((span) => searchFor?.(phraseOf(model.text.text.slice(span.start, span.end)))),
  };
  useCommands({
    highlight: () => actions.highlight(last),
    "highlight-red": () => actions.highlight("red"),
    "highlight-yellow": () => actions.highlight("yellow"),
    "highlight-green": () => actions.highlight("green"),
    "highlight-blue": () => actions.highlight("blue"),
    "highlight-grey": () => actions.highlight("grey"),
    "note-selection": actions.note,
    "tag-selection": actions.tag,
    "copy-with-citation": actions.cite,
    "search-selection": actions.search,
    "selection-bar": () => withPassage(onBar),
  });
  return { ...actions, citeSpan };
}

/** Copies a passage with its citation, and offers to complete what the citation had to leave out. */
function useCite(article: Article, model: ArticleModel): (span: Span) => void {
  const say = useSay();
  const { tell } = useNotices();
  const attempt = useAttempt();
  const { citationFormat } = useSettings();
  const { editDetails } = useFrame();
  return (span) => {
    void attempt(async () => {
      const cited = citation(article, citationFormat);
      await ask("copyText", {
        text: withCitation(textToCopy(model, span), cited),
        html: copiedHtml(article, model, span, withCitation("", cited)),
      });
      if (unknownParts(article).length === 0 || editDetails === undefined)
        return tell(say("bookmarks.copied-with-citation"));
      tell(say("bookmarks.source-incomplete"), {
        name: say("bookmarks.add-source"),
        act: () => editDetails(article.id),
      });
    });
  };
}

/** The selection gives way to what was made of it, and reading goes on by the keyboard. */
function letGo({ page }: OpenPage): void {
  document.getSelection()?.collapseToEnd();
  page?.scroller.focus({ preventScroll: true });
}

/** One line, and in quotation marks where it holds what a query would take for more than words. */
function phraseOf(passage: string): string {
  const line = firstCharacters(passage.split("\n")[0] ?? "", LONGEST_PHRASE).trim();
  return /[\s:：*-]/.test(line) ? `"${line.replaceAll(/["“”＂]/g, " ")}"` : line.replaceAll(/["“”＂]/g, " ");
}
