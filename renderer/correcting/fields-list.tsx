/** The fields of the article as a whole, each edited in place. */
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { ArticleFields } from "../../preload/model/article.ts";
import { articleFieldsSchema, dateSchema } from "../../preload/model/article.ts";
import { Button } from "../ui/button.tsx";
import { type Say, useSay } from "../ui/language.ts";
import styles from "./correcting.module.css";
import { PieceEditor } from "./piece-editor.tsx";
import type { DeskActs } from "./use-desk.ts";

/** The title alone in its line, the others in pairs. */
const fields = [
  ["title", "correcting.title-field"],
  ["kicker", "correcting.kicker"],
  ["subtitle", "correcting.subtitle"],
  ["byline", "correcting.byline"],
  ["credits", "correcting.credits"],
  ["publication", "correcting.publication"],
  ["issuedOn", "correcting.issuedOn"],
  ["page", "correcting.page"],
  ["pageName", "correcting.pageName"],
] as const satisfies readonly (readonly [keyof ArticleFields, string])[];

interface FieldsListProps {
  readonly article: ArticleFields;
  readonly acts: DeskActs;
}

export function FieldsList({ article, acts }: FieldsListProps): ReactNode {
  const say = useSay();
  const [edited, setEdited] = useState<keyof ArticleFields | null>(null);
  const list = useReturningFocus(edited);
  return (
    <dl ref={list} className={styles["fields"]} aria-label={say("correcting.fields")}>
      {fields.map(([name, code]) => {
        const value = article[name] ?? "";
        return (
          <div key={name} className={styles["field"]} data-field={name}>
            <dt className={styles["fieldName"]}>{say(code)}</dt>
            <dd className={styles["value"]}>
              {edited === name ? (
                <PieceEditor
                  name={say("correcting.edited", { name: say(code) })}
                  text={value}
                  complaint={(typed) => complaintOf(name, oneLine(typed), say)}
                  onDone={({ typed }) => {
                    setEdited(null);
                    const put = oneLine(typed);
                    if (put !== value) void acts.take({ kind: "field", name, value: put });
                  }}
                  onCancel={() => setEdited(null)}
                />
              ) : (
                <Button
                  look="quiet"
                  aria-label={say("correcting.edited", {
                    name: `${say(code)} ${value || say("correcting.not-known")}`,
                  })}
                  onPress={() => setEdited(name)}
                >
                  {value === "" ? (
                    <span className={styles["note"]}>{say("correcting.not-known")}</span>
                  ) : (
                    value
                  )}
                </Button>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function oneLine(typed: string): string {
  return typed.replaceAll("\n", " ").trim();
}

/** Null where the value can be taken. */
function complaintOf(name: keyof ArticleFields, value: string, say: Say): string | null {
  if (name === "issuedOn" && value !== "" && !dateSchema.safeParse(value).success)
    return say("edit.date-wrong");
  const longest = articleFieldsSchema.shape[name];
  return value === "" || longest.safeParse(value).success ? null : say("correcting.too-long");
}

/** Once a field is no longer edited, the focus is on it again, unless it was taken elsewhere. */
function useReturningFocus(edited: keyof ArticleFields | null) {
  const list = useRef<HTMLDListElement>(null);
  const before = useRef(edited);
  useLayoutEffect(() => {
    const left = before.current;
    before.current = edited;
    if (left === null || edited !== null || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-field="${left}"] button`)?.focus();
  }, [edited]);
  return list;
}
