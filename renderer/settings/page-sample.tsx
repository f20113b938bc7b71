/** A paragraph set by the present settings. */
import { useSay } from "../ui/language.ts";
import styles from "./page-sample.module.css";

export function PageSample() {
  const say = useSay();
  return (
    <figure className={styles["sample"]} aria-label={say("settings.sample")}>
      <figcaption className={styles["name"]}>{say("settings.sample")}</figcaption>
      <p className={styles["title"]}>{say("settings.sample-title")}</p>
      <p className={styles["text"]}>{say("settings.sample-text")}</p>
      <p className={styles["text"]}>{say("settings.sample-text-more")}</p>
    </figure>
  );
}
