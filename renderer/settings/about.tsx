/** What this program is: its version, what runs it, and where the library is kept. */
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import styles from "./settings-page.module.css";

export function About() {
  const say = useSay();
  const { data, error, refetch } = useAsk("about", null);
  return (
    <section id="about" className={styles["part"]}>
      <h2 className={styles["name"]}>{say("settings.about")}</h2>
      {error === null ? null : <FailureNote error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <dl className={styles["facts"]}>
          <dt>{say("settings.version")}</dt>
          <dd>{data.version}</dd>
          <dt>{say("settings.runtime")}</dt>
          <dd>{data.runtime}</dd>
          <dt>{say("settings.data")}</dt>
          <dd>{data.dataDirectory}</dd>
        </dl>
      )}
      <p className={styles["note"]}>{say("settings.offline")}</p>
    </section>
  );
}
