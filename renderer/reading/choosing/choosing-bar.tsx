/** The foot while choosing what to print: how much is chosen, and what is done with it. */
import { ListPlus, Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { useSay } from "../../ui/language.ts";
import { useSettings } from "../../ui/settings-context.tsx";
import styles from "./choosing.module.css";
import { countChosen } from "./chosen-parts.ts";
import { estimatedPages } from "./estimated-pages.ts";
import type { Choosing } from "./use-choosing.ts";

interface ChoosingBarProps {
  readonly choosing: Choosing;
  readonly onPreview: () => void;
  readonly onAdd: () => void;
}

export function ChoosingBar(props: ChoosingBarProps): ReactNode {
  return props.choosing.isOn ? <Bar {...props} /> : null;
}

function Bar({ choosing, onPreview, onAdd }: ChoosingBarProps): ReactNode {
  const say = useSay();
  const { printTemplate, printOptions } = useSettings();
  const { sections, paragraphs, characters } = countChosen(choosing.choosable, choosing.chosen);
  const none = characters === 0;
  const pages = estimatedPages(characters, printTemplate, printOptions[printTemplate]);
  return (
    <section className={styles["bar"]} aria-label={say("choosing.bar")}>
      <p className={styles["count"]} role="status">
        {[
          say("choosing.chosen", { sections, paragraphs }),
          ...(none ? [] : [say("choosing.pages", { count: pages })]),
        ].join(" · ")}
      </p>
      <div className={styles["acts"]}>
        <Button look="main" icon={Printer} isDisabled={none} onPress={onPreview}>
          {say("choosing.preview")}
        </Button>
        <Button icon={ListPlus} isDisabled={none} onPress={onAdd}>
          {say("choosing.add")}
        </Button>
        <Button onPress={choosing.stop}>{say("action.cancel")}</Button>
      </div>
    </section>
  );
}
