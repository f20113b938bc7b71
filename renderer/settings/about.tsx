/** What this program is: its version, what runs it, and where the library is kept. */
import { BookOpen, Keyboard } from "lucide-react";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { Button } from "../ui/button.tsx";
import { runCommand } from "../ui/commands.ts";
import { FailureNote } from "../ui/failure.tsx";
import { Hint } from "../ui/hint.tsx";
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
      <div className={styles["actions"]}>
        <Hint text={say("command.show-guide")} keys={shortcutOf("show-guide")}>
          <Button icon={BookOpen} onPress={() => runCommand("show-guide")}>
            {say("command.show-guide")}
          </Button>
        </Hint>
        <Hint text={say("command.show-shortcuts")} keys={shortcutOf("show-shortcuts")}>
          <Button icon={Keyboard} onPress={() => runCommand("show-shortcuts")}>
            {say("command.show-shortcuts")}
          </Button>
        </Hint>
      </div>
    </section>
  );
}
