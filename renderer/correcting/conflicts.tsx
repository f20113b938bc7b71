/** Where the file, imported again, says something else than the corrections: both beside each other, to be settled. */
import type { ReactNode } from "react";
import type { Block } from "../../preload/model/article.ts";
import type { CorrectionConflict } from "../../preload/model/correction.ts";
import { keyed } from "../ui/article/keyed.ts";
import { Button } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./correcting.module.css";
import { changeBetween } from "./pieces.ts";
import { textOf } from "./recognised.tsx";
import type { DeskActs } from "./use-desk.ts";

interface ConflictsProps {
  readonly conflicts: readonly CorrectionConflict[];
  readonly acts: DeskActs;
}

export function Conflicts({ conflicts, acts }: ConflictsProps): ReactNode {
  const say = useSay();
  if (conflicts.length === 0) return null;
  return (
    <section
      className={styles["conflicts"]}
      aria-label={say("correcting.conflicts", { count: conflicts.length })}
    >
      <div className={styles["conflictsHead"]}>
        <p>{say("correcting.conflicts", { count: conflicts.length })}</p>
        {conflicts.length === 1 ? null : (
          <div className={styles["buttons"]}>
            <Button onPress={() => void acts.settle(null, "mine")}>{say("correcting.take-all-mine")}</Button>
            <Button onPress={() => void acts.settle(null, "imported")}>
              {say("correcting.take-all-imported")}
            </Button>
          </div>
        )}
      </div>
      <ol className={styles["conflictList"]}>
        {conflicts.map(({ index, mine, imported }) => (
          <li key={index} className={styles["conflict"]}>
            <Version name={say("correcting.mine")} blocks={mine} beside={imported}>
              <Button onPress={() => void acts.settle(index, "mine")}>{say("correcting.take-mine")}</Button>
            </Version>
            <Version name={say("correcting.theirs")} blocks={imported} beside={mine}>
              <Button onPress={() => void acts.settle(index, "imported")}>
                {say("correcting.take-imported")}
              </Button>
            </Version>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface VersionProps {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly beside: readonly Block[];
  readonly children: ReactNode;
}

/** What is different from the other version is marked. */
function Version({ name, blocks, beside, children }: VersionProps): ReactNode {
  const say = useSay();
  const text = blocks.map(textOf).join("\n");
  const change = changeBetween(text, beside.map(textOf).join("\n"));
  const { start, end } = change ?? { start: text.length, end: text.length };
  const lines = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  return (
    <div className={styles["version"]}>
      <p className={styles["versionName"]}>{name}</p>
      <p className={styles["versionText"]}>
        {text === ""
          ? say("correcting.nothing")
          : keyed(lines).map(({ key, item }) => (key === 1 ? <mark key={key}>{item}</mark> : item))}
      </p>
      {children}
    </div>
  );
}
