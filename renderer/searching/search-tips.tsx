/** The page's place while no result is open: how to find exactly. */
import type { ReactNode } from "react";
import { useSay } from "../ui/language.ts";
import styles from "./search-tips.module.css";

const tips = ["and", "phrase", "or", "not", "field"] as const;

export function SearchTips(): ReactNode {
  const say = useSay();
  return (
    <main className={styles["page"]} aria-labelledby="search-tips">
      <div className={styles["tips"]}>
        <p className={styles["choose"]}>{say("search.choose")}</p>
        <h1 id="search-tips" className={styles["name"]}>
          {say("search.tips")}
        </h1>
        <dl>
          {tips.map((tip) => (
            <div key={tip} className={styles["tip"]}>
              <dt>{say(`search.tip-${tip}`)}</dt>
              <dd>
                <kbd className={styles["example"]}>{say(`search.tip-${tip}-example`)}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </main>
  );
}
