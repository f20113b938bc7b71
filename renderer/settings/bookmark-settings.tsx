/** What the colours of bookmarks mean to this reader, and how citations are written, with an example. */
import { type ReactNode, useEffect, useState } from "react";
import { emptyOfficialDocument } from "../../preload/model/article.ts";
import { type BookmarkColor, bookmarkColors } from "../../preload/model/bookmark.ts";
import { type CitedArticle, citation, citationFormats, withCitation } from "../../preload/model/citation.ts";
import type { Settings, SettingsChange } from "../../preload/model/settings.ts";
import { ColorSign } from "../ui/bookmarks/color-sign.tsx";
import { ChooseOne } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./settings-page.module.css";

/** As the settings bound it. */
const LONGEST_MEANING = 20;

/** One article that shows every format at its best: printed in a newspaper, or a document with a number. */
const printed: CitedArticle = {
  title: "春耕备耕早安排",
  byline: "本报记者 张明",
  publication: "示例日报",
  issuedOn: "2021-02-05",
  page: "3",
  official: null,
};
const numbered: CitedArticle = {
  title: "关于做好春耕备耕工作的通知",
  byline: "",
  publication: "",
  issuedOn: "2021-02-05",
  page: "",
  official: {
    ...emptyOfficialDocument,
    documentNumber: "示政发〔2021〕5号",
    issuingBody: "示例市人民政府",
  },
};

interface BookmarkSettingsProps {
  readonly settings: Settings;
  readonly change: (change: SettingsChange) => void;
}

export function BookmarkSettings({ settings, change }: BookmarkSettingsProps): ReactNode {
  const say = useSay();
  const { bookmarkMeanings, citationFormat } = settings;
  const example = citationFormat === "document-number" ? numbered : printed;
  return (
    <section className={styles["part"]}>
      <h2 className={styles["name"]}>{say("bookmarks.title")}</h2>
      <div className={styles["meanings"]}>
        <p>{say("bookmarks.meanings")}</p>
        {bookmarkColors.map((color) => (
          <MeaningField
            key={color}
            color={color}
            meaning={bookmarkMeanings[color]}
            onMeaning={(meaning) => change({ bookmarkMeanings: { ...bookmarkMeanings, [color]: meaning } })}
          />
        ))}
      </div>
      <ChooseOne
        label={say("bookmarks.citation-format")}
        value={citationFormat}
        choices={citationFormats.map((value) => ({ value, name: say(`bookmarks.citation.${value}`) }))}
        onChange={(format) => change({ citationFormat: format })}
      />
      <div>
        <p className={styles["note"]}>{say("bookmarks.citation-preview")}</p>
        <p className={styles["citation"]} lang="zh-CN">
          {withCitation(say("bookmarks.citation-example"), citation(example, citationFormat))}
        </p>
      </div>
    </section>
  );
}

interface MeaningFieldProps {
  readonly color: BookmarkColor;
  readonly meaning: string;
  readonly onMeaning: (meaning: string) => void;
}

/** Milliseconds of rest in typing before it is kept. */
const REST_BEFORE_KEEPING = 400;

function MeaningField({ color, meaning, onMeaning }: MeaningFieldProps): ReactNode {
  const say = useSay();
  const [typed, setTyped] = useState(meaning);
  useEffect(() => {
    if (typed.trim() === meaning) return;
    const timer = setTimeout(() => onMeaning(typed.trim()), REST_BEFORE_KEEPING);
    return () => clearTimeout(timer);
  }, [typed, meaning, onMeaning]);
  return (
    <label className={styles["meaning"]}>
      <ColorSign color={color} />
      <span>{say(`bookmarks.color.${color}`)}</span>
      <input
        className={styles["meaningField"]}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={color === "red" ? say("bookmarks.meanings-example") : ""}
        maxLength={LONGEST_MEANING}
        spellCheck={false}
      />
    </label>
  );
}
