/** The options that are seldom changed. */
import type { ReactNode } from "react";
import type { PrintOptions } from "../../preload/model/print.ts";
import { ChooseField, ChooseOne, OnOff } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { FurnitureFields } from "./furniture-fields.tsx";
import styles from "./options.module.css";
import { TypedField } from "./typed-field.tsx";

const bookmarks = ["no", "in-place", "end-notes"] as const;
const watermarks = ["internal", "draft", "meeting"] as const;
/** As the schema bounds it. */
const LONGEST_WATERMARK = 60;

interface MoreOptionsProps {
  readonly options: PrintOptions;
  readonly change: (change: Partial<PrintOptions>) => void;
}

export function MoreOptions({ options, change }: MoreOptionsProps): ReactNode {
  const say = useSay();
  return (
    <div className={styles["moreFields"]}>
      <ChooseOne
        label={say("print.orientation")}
        value={options.landscape ? "landscape" : "portrait"}
        choices={(["portrait", "landscape"] as const).map((value) => ({
          value,
          name: say(`print.${value}`),
        }))}
        onChange={(value) => change({ landscape: value === "landscape" })}
      />
      <ChooseOne
        label={say("print.columns")}
        value={options.columns === 2 ? "2" : "1"}
        choices={(["1", "2"] as const).map((value) => ({ value, name: say(`print.columns-${value}`) }))}
        onChange={(value) => change({ columns: value === "2" ? 2 : 1 })}
      />
      <ChooseField
        label={say("print.bookmarks")}
        value={options.bookmarks}
        choices={bookmarks.map((value) => ({ value, name: say(`print.bookmarks-${value}`) }))}
        onChange={(value) => change({ bookmarks: value })}
      />
      <OnOff
        label={say("print.source-lines")}
        isOn={options.sourceLines}
        onChange={(sourceLines) => change({ sourceLines })}
      />
      <OnOff
        label={say("print.article-on-new-page")}
        isOn={options.articleOnNewPage}
        onChange={(articleOnNewPage) => change({ articleOnNewPage })}
      />
      <FurnitureFields which="header" value={options.header} onChange={(header) => change({ header })} />
      <FurnitureFields which="footer" value={options.footer} onChange={(footer) => change({ footer })} />
      <div className={styles["noted"]}>
        <TypedField
          name={say("print.watermark")}
          label={say("print.watermark")}
          value={options.watermark}
          placeholder={say("print.watermark-hint")}
          maxLength={LONGEST_WATERMARK}
          onChange={(watermark) => change({ watermark })}
        />
        <div className={styles["insert"]}>
          {[...watermarks.map((value) => say(`print.watermark-${value}`)), now()].map((words) => (
            <button
              key={words}
              type="button"
              className={styles["chip"]}
              onClick={() => change({ watermark: withWords(options.watermark, words) })}
            >
              {words}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Behind what is there, so that a department, a name and the time can be put together. */
function withWords(watermark: string, words: string): string {
  return `${watermark} ${words}`.trim().slice(0, LONGEST_WATERMARK);
}

/** `2026-11-24 09:30`, local. */
function now(): string {
  const time = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
