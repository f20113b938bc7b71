/** The first start's card: three steps, and the samples gone in one click. */
import { BookOpen, FilePlus2, type LucideIcon, Search } from "lucide-react";
import { ask } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { runCommand } from "../ui/commands.ts";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { useAsk } from "../ui/queries.ts";
import { useChangeSettings } from "../ui/settings-context.tsx";
import styles from "./welcome.module.css";

const steps = [
  { name: "import", icon: FilePlus2, command: "import-files" },
  { name: "guide", icon: BookOpen, command: "show-guide" },
  { name: "search", icon: Search, command: "search-library" },
] as const satisfies readonly { name: string; icon: LucideIcon; command: string }[];

export function Welcome() {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const changeSettings = useChangeSettings();
  const { data: overview } = useAsk("overview", null);

  async function removeSamples(): Promise<void> {
    if (await attempt(() => ask("removeSamples", null))) tell(say("welcome.samples-removed"));
  }

  return (
    <section className={styles["card"]} aria-labelledby="welcome-title">
      <h1 id="welcome-title" className={styles["title"]}>
        {say("welcome.title")}
      </h1>
      <p className={styles["intro"]}>{say("welcome.intro")}</p>
      <ol className={styles["steps"]}>
        {steps.map(({ name, icon: Icon, command }) => (
          <li key={name} className={styles["step"]}>
            <Icon size={24} strokeWidth={1.5} aria-hidden className={styles["icon"]} />
            <h2 className={styles["name"]}>{say(`welcome.${name}`)}</h2>
            <p className={styles["text"]}>{say(`welcome.${name}-text`)}</p>
            <Button look={name === "import" ? "main" : "plain"} onPress={() => runCommand(command)}>
              {say(`welcome.${name}-action`)}
            </Button>
          </li>
        ))}
      </ol>
      <footer className={styles["foot"]}>
        {overview === undefined || overview.samples === 0 ? null : (
          <>
            <p>{say("welcome.samples", { count: overview.samples })}</p>
            <Button look="quiet" onPress={() => void removeSamples()}>
              {say("welcome.remove-samples")}
            </Button>
          </>
        )}
        <div className={styles["gap"]} />
        <Button onPress={() => void attempt(() => changeSettings({ welcomeDone: true }))}>
          {say("welcome.done")}
        </Button>
      </footer>
    </section>
  );
}
