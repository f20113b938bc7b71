/** Where the file, imported again, says something else than the corrections: both beside each other, to be settled. */
import { type ReactNode, useMemo } from "react";
import type { Block } from "../../preload/model/article.ts";
import type { CorrectionConflict, FieldConflict } from "../../preload/model/correction.ts";
import { keyed } from "../ui/article/keyed.ts";
import { Button } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import type { DeskActs } from "./desk-acts.ts";
import { comparedWith } from "./differences.ts";
import { labelOf } from "./field-labels.ts";
import { textOf } from "./recognised.tsx";
import { useSecondClick } from "./second-click.ts";
import styles from "./told.module.css";

interface ConflictsProps {
  readonly conflicts: readonly CorrectionConflict[];
  readonly fields: readonly FieldConflict[];
  readonly acts: DeskActs;
}

export function Conflicts({ conflicts, fields, acts }: ConflictsProps): ReactNode {
  const say = useSay();
  const { onPointerDownCapture, once } = useSecondClick();
  const count = conflicts.length + fields.length;
  if (count === 0) return null;
  return (
    <section
      className={styles["conflicts"]}
      aria-label={say("correcting.conflicts", { count })}
      onPointerDownCapture={onPointerDownCapture}
    >
      <div className={styles["conflictsHead"]}>
        <p>{say("correcting.conflicts", { count })}</p>
        {count === 1 ? null : (
          <div className={styles["buttons"]}>
            <Button onPress={() => void acts.settle({}, "mine")}>{say("correcting.take-all-mine")}</Button>
            <Button onPress={() => void acts.settle({}, "imported")}>
              {say("correcting.take-all-imported")}
            </Button>
          </div>
        )}
      </div>
      <ol className={styles["conflictList"]}>
        {fields.map(({ name, mine, imported }) => (
          <Conflict
            key={name}
            of={say(labelOf(name))}
            mine={mine}
            imported={imported}
            onSettle={(take) => once(() => void acts.settle({ field: name }, take))}
          />
        ))}
        {conflicts.map(({ index, mine, imported }) => (
          <Conflict
            key={index}
            mine={linesOf(mine)}
            imported={linesOf(imported)}
            onSettle={(take) => once(() => void acts.settle({ index }, take))}
          />
        ))}
      </ol>
    </section>
  );
}

function linesOf(blocks: readonly Block[]): string {
  return blocks.map(textOf).join("\n");
}

interface ConflictProps {
  /** The field; undefined for paragraphs. */
  readonly of?: string;
  readonly mine: string;
  readonly imported: string;
  readonly onSettle: (take: "mine" | "imported") => void;
}

function Conflict({ of, mine, imported, onSettle }: ConflictProps): ReactNode {
  const say = useSay();
  const named = (side: string) =>
    of === undefined ? side : say("correcting.conflict-of", { field: of, side });
  return (
    <li className={styles["conflict"]}>
      <Version name={named(say("correcting.mine"))} text={mine} beside={imported}>
        <Button onPress={() => onSettle("mine")}>{say("correcting.take-mine")}</Button>
      </Version>
      <Version name={named(say("correcting.theirs"))} text={imported} beside={mine}>
        <Button onPress={() => onSettle("imported")}>{say("correcting.take-imported")}</Button>
      </Version>
    </li>
  );
}

interface VersionProps {
  readonly name: string;
  readonly text: string;
  readonly beside: string;
  readonly children: ReactNode;
}

/** What is different from the other version is marked. */
function Version({ name, text, beside, children }: VersionProps): ReactNode {
  const say = useSay();
  const parts = useMemo(() => comparedWith(text, beside), [text, beside]);
  return (
    <div className={styles["version"]}>
      <p className={styles["versionName"]}>{name}</p>
      <p className={styles["versionText"]}>
        {text === ""
          ? say("correcting.nothing")
          : keyed(parts).map(({ key, item }) =>
              item.isOther ? <mark key={key}>{item.text}</mark> : item.text,
            )}
      </p>
      {children}
    </div>
  );
}
