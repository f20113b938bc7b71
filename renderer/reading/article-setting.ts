/** What the article's pieces are told in the reading view: the text, and what clicking does. */
import { useMemo } from "react";
import type { Article } from "../../preload/model/article.ts";
import type { ArticleSetting, PictureClick } from "../ui/article/article-context.ts";
import { useSettings } from "../ui/settings-context.tsx";
import type { ArticleModel } from "./article-model.ts";
import { footnoteMarkAt } from "./footnote-places.ts";
import { picturesOf } from "./pictures.ts";
import type { ReadingDialog } from "./reading-dialogs.tsx";
import type { OpenPage } from "./use-page.ts";

export function useArticleSettingOf(
  article: Article,
  model: ArticleModel,
  { mounted, goTo }: Pick<OpenPage, "mounted" | "goTo">,
  show: (dialog: ReadingDialog) => void,
): ArticleSetting {
  const { language, typeface } = useSettings();
  const { lead, body } = article;
  return useMemo(
    () => ({
      language,
      text: model.text,
      shown: model.shown,
      setsPairs: typeface === "noto-serif",
      footnotes: model.footnotes,
      topHeading: model.topHeading,
      characters: model.characters,
      mounted,
      idPrefix: "",
      onPicture: ({ image, block }: PictureClick) => {
        const pictures = picturesOf({ lead, body });
        const first = pictures.findIndex((each) => each.image === image && each.block === block);
        show({ kind: "pictures", pictures, first: Math.max(0, first) });
      },
      onLink: (address: string) => show({ kind: "link", address }),
      onFootnote: (number: number, to: "note" | "mark") => {
        const footnote = model.footnotes[number - 1];
        if (footnote === undefined) return;
        const at =
          to === "note" ? model.text.blocks.get(footnote)?.start : footnoteMarkAt(model.text, footnote.id);
        if (at !== undefined && at !== null) goTo(at);
      },
    }),
    [language, typeface, model, mounted, lead, body, goTo, show],
  );
}
