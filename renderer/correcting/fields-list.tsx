/** The fields of the article as a whole, and what it states as an official document, each edited in place. */
import type { ReactNode } from "react";
import type { ArticleFields, OfficialDocument } from "../../preload/model/article.ts";
import { articleFieldsSchema } from "../../preload/model/article.ts";
import { type OfficialName, officialNames, officialText } from "../../preload/model/correct-official.ts";
import { useSay } from "../ui/language.ts";
import type { DeskActs } from "./desk-acts.ts";
import { EditedField } from "./edited-field.tsx";
import { fieldNames, labelOf } from "./field-labels.ts";
import styles from "./fields.module.css";

/** In characters: a list of addressees takes some lines. */
const LONGEST_OFFICIAL = 5000;

interface FieldsListProps {
  readonly article: ArticleFields & { readonly official: OfficialDocument | null };
  readonly acts: DeskActs;
}

export function FieldsList({ article, acts }: FieldsListProps): ReactNode {
  const say = useSay();
  return (
    <div className={styles["allFields"]}>
      <dl className={styles["fields"]} aria-label={say("correcting.fields")}>
        {fieldNames.map((name) => (
          <EditedField
            key={name}
            field={name}
            name={say(labelOf(name))}
            value={article[name] ?? ""}
            kind={name === "issuedOn" ? "date" : "text"}
            longest={longestOf(name)}
            acts={acts}
            stepOf={(value) => ({ kind: "field", name, value })}
          />
        ))}
      </dl>
      <OfficialFields official={article.official} acts={acts} />
    </div>
  );
}

/** Folded: of most articles nothing is stated, and of the others most is right. */
function OfficialFields({
  official,
  acts,
}: {
  official: OfficialDocument | null;
  acts: DeskActs;
}): ReactNode {
  const say = useSay();
  const stated = officialNames.filter((name) => officialText(official, name) !== "").length;
  return (
    <details>
      <summary className={styles["summary"]}>
        {say("official.details")}
        <span className={styles["stated"]}>
          {stated === 0 ? say("correcting.not-known") : say("correcting.stated", { count: stated })}
        </span>
      </summary>
      <dl className={styles["fields"]} aria-label={say("official.details")}>
        {officialNames.map((name) => (
          <EditedField
            key={name}
            field={name}
            name={say(labelOf(`official.${name}`))}
            value={officialText(official, name)}
            kind={kindOf(name)}
            longest={LONGEST_OFFICIAL}
            acts={acts}
            stepOf={(value) => ({ kind: "official", name, value })}
          />
        ))}
      </dl>
    </details>
  );
}

function kindOf(name: OfficialName): "text" | "lines" | "date" {
  if (name === "attachments") return "lines";
  return name === "signedOn" || name === "printedOn" ? "date" : "text";
}

function longestOf(name: keyof ArticleFields): number {
  return name === "issuedOn" ? 10 : (articleFieldsSchema.shape[name].maxLength ?? 0);
}
