/** The fields of the article as a whole, each edited in place. */
import { type ReactNode, useState } from "react";
import type { ArticleFields } from "../../preload/model/article.ts";
import { Button } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./correcting.module.css";
import { PieceEditor } from "./piece-editor.tsx";
import type { DeskActs } from "./use-desk.ts";

const fields = [
  ["kicker", "correcting.kicker"],
  ["title", "correcting.title-field"],
  ["subtitle", "correcting.subtitle"],
  ["byline", "correcting.byline"],
  ["publication", "correcting.publication"],
  ["issuedOn", "correcting.issuedOn"],
  ["page", "correcting.page"],
  ["pageName", "correcting.pageName"],
  ["credits", "correcting.credits"],
] as const satisfies readonly (readonly [keyof ArticleFields, string])[];

interface FieldsListProps {
  readonly article: ArticleFields;
  readonly acts: DeskActs;
}

export function FieldsList({ article, acts }: FieldsListProps): ReactNode {
  const say = useSay();
  const [edited, setEdited] = useState<keyof ArticleFields | null>(null);
  return (
    <dl className={styles["fields"]} aria-label={say("correcting.fields")}>
      {fields.map(([name, code]) => {
        const value = article[name] ?? "";
        return (
          <div key={name} className={styles["field"]} data-field={name}>
            <dt className={styles["role"]}>{say(code)}</dt>
            <dd className={styles["value"]}>
              {edited === name ? (
                <PieceEditor
                  name={say("correcting.edited", { name: say(code) })}
                  text={value}
                  onDone={(typed) => {
                    setEdited(null);
                    const put = typed.replaceAll("\n", " ").trim();
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
