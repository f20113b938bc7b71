/** The starter library's articles, as long as there are any, and their removal in one click. */
import { ask } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { useAsk } from "../ui/queries.ts";
import styles from "./settings-page.module.css";

export function Samples() {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const { data: overview } = useAsk("overview", null);
  if (overview === undefined || overview.samples === 0) return null;

  async function remove(): Promise<void> {
    if (await attempt(() => ask("removeSamples", null))) tell(say("welcome.samples-removed"));
  }
  return (
    <section className={styles["part"]}>
      <h2 className={styles["name"]}>{say("settings.samples")}</h2>
      <p className={styles["note"]}>{say("welcome.samples", { count: overview.samples })}</p>
      <div>
        <Button onPress={() => void remove()}>{say("welcome.remove-samples")}</Button>
      </div>
    </section>
  );
}
