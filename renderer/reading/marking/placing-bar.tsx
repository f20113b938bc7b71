/** While a lost bookmark is given its new place (重新定位): what to do, and the button that does it. */

import { MapPin } from "lucide-react";
import type { ReactNode } from "react";
import type { Article } from "../../../preload/model/article.ts";
import type { Bookmark } from "../../../preload/model/bookmark.ts";
import { firstCharacters } from "../../../preload/model/first-characters.ts";
import { useBookmarkActs } from "../../ui/bookmarks/bookmark-acts.tsx";
import { Button } from "../../ui/button.tsx";
import { useSay } from "../../ui/language.ts";
import type { ArticleModel } from "../article-model.ts";
import type { OpenPage } from "../use-page.ts";
import styles from "./marking.module.css";
import { flash } from "./paint-marks.ts";
import { useSelectedPassage } from "./use-selection.ts";

interface PlacingBarProps {
  readonly article: Article;
  readonly model: ArticleModel;
  readonly page: OpenPage;
  readonly bookmark: Bookmark;
  readonly onDone: () => void;
}

export function PlacingBar({ article, model, page, bookmark, onDone }: PlacingBarProps): ReactNode {
  const say = useSay();
  const { place } = useBookmarkActs();
  const selected = useSelectedPassage(page.page, model);
  async function put(): Promise<void> {
    if (selected === null) return;
    const { start, end } = selected.span;
    const quote = model.text.text.slice(start, end);
    if (!(await place({ id: bookmark.id, revision: article.revision, start, end, quote }))) return;
    document.getSelection()?.collapseToEnd();
    if (page.page !== null) flash(page.page.article, { start, end });
    onDone();
  }
  return (
    <section className={styles["placing"]} aria-label={say("bookmarks.place-again")}>
      <MapPin size={18} strokeWidth={1.75} aria-hidden />
      <p>
        {say("bookmarks.place-again-note")} <q>{firstCharacters(bookmark.quote, 60)}</q>
      </p>
      <Button onPress={onDone}>{say("action.cancel")}</Button>
      <Button look="main" isDisabled={selected === null} onPress={() => void put()}>
        {say("bookmarks.put-here")}
      </Button>
    </section>
  );
}
