/** A field of the article, shown as a button with its value and edited in its place. */
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { dateSchema } from "../../preload/model/article.ts";
import type { CorrectionStep } from "../../preload/model/correction.ts";
import { Button } from "../ui/button.tsx";
import { type Say, useSay } from "../ui/language.ts";
import desk from "./correcting.module.css";
import type { DeskActs, TypedText } from "./desk-acts.ts";
import styles from "./fields.module.css";
import { PieceEditor } from "./piece-editor.tsx";

export interface EditedFieldProps {
  readonly field: string;
  readonly name: string;
  readonly value: string;
  readonly kind?: "text" | "lines" | "date";
  /** In characters. */
  readonly longest: number;
  readonly stepOf: (value: string) => CorrectionStep;
  readonly acts: DeskActs;
}

export function EditedField(props: EditedFieldProps): ReactNode {
  const { field, name, value, kind = "text", longest, stepOf, acts } = props;
  const say = useSay();
  const [isEdited, setEdited] = useState(false);
  const place = useReturningFocus(isEdited);
  const put = (typed: string) => (kind === "lines" ? linesOf(typed) : typed.replaceAll("\n", " ").trim());
  const textOf = (typed: string): TypedText | null =>
    typed === value ? null : { step: stepOf(typed), typed };
  return (
    <div ref={place} className={styles["field"]} data-field={field}>
      <dt className={styles["fieldName"]}>{name}</dt>
      <dd className={styles["value"]}>
        {isEdited ? (
          <PieceEditor
            name={say("correcting.edited", { name })}
            text={value}
            complaint={(typed) => complaintOf(put(typed), kind === "date", longest, say)}
            onPause={(_was, typed) => acts.keepTyped(textOf(put(typed)))}
            onDone={({ typed }) => {
              setEdited(false);
              const text = textOf(put(typed));
              if (text === null) acts.keepTyped(null);
              else void acts.takeTyped(text);
            }}
            onCancel={() => {
              acts.keepTyped(null);
              setEdited(false);
            }}
          />
        ) : (
          <Button
            look="quiet"
            aria-label={say("correcting.edited", { name: `${name} ${value || say("correcting.not-known")}` })}
            onPress={() => setEdited(true)}
          >
            {value === "" ? <span className={desk["note"]}>{say("correcting.not-known")}</span> : value}
          </Button>
        )}
      </dd>
    </div>
  );
}

function linesOf(typed: string): string {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Null where the value can be taken. */
function complaintOf(value: string, isDate: boolean, longest: number, say: Say): string | null {
  if (isDate && value !== "" && !dateSchema.safeParse(value).success) return say("edit.date-wrong");
  return value.length > longest ? say("correcting.too-long") : null;
}

/** Once it is no longer edited, the focus is on it again, unless it was taken elsewhere. */
function useReturningFocus(isEdited: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const was = useRef(isEdited);
  useLayoutEffect(() => {
    const isLeft = was.current && !isEdited;
    was.current = isEdited;
    if (isLeft && document.activeElement === document.body) place.current?.querySelector("button")?.focus();
  }, [isEdited]);
  return place;
}
