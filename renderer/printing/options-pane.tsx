/** The right pane: how it is printed. The five that matter are in sight, the others under 更多设置. */
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Disclosure, DisclosurePanel, Heading, Button as PlainButton } from "react-aria-components";
import { printTemplates, type TextSize, textSizes } from "../../preload/model/print.ts";
import { Button } from "../ui/button.tsx";
import { ChooseField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { MoreOptions } from "./more-options.tsx";
import styles from "./options.module.css";
import type { OptionsState } from "./use-options.ts";

const sizes = Object.keys(textSizes) as readonly TextSize[];
const sides = ["single", "double", "manual"] as const;
const pictures = ["yes", "smaller", "no"] as const;
const papers = ["A4", "A3"] as const;

export function OptionsPane({ state }: { readonly state: OptionsState }): ReactNode {
  const say = useSay();
  const { template, options, change, choose } = state;
  return (
    <section className={styles["pane"]} aria-label={say("print.options")}>
      <header className={styles["head"]}>
        <h2 className={styles["name"]}>{say("print.options")}</h2>
        <Button look="quiet" isDisabled={state.isDefault} onPress={state.reset}>
          {say("print.defaults")}
        </Button>
      </header>
      <div className={styles["fields"]}>
        <ChooseField
          label={say("print.template")}
          value={template}
          choices={printTemplates.map((value) => ({ value, name: say(`print.template-${value}`) }))}
          onChange={choose}
        />
        <ChooseField
          label={say("print.text-size")}
          value={options.textSize}
          choices={sizes.map((value) => ({
            value,
            name: say("print.size-points", {
              size: say(`print.size-${value}`),
              points: textSizes[value],
            }),
          }))}
          onChange={(textSize) => change({ textSize })}
        />
        <div className={styles["noted"]}>
          <ChooseField
            label={say("print.sides")}
            value={options.sides}
            choices={sides.map((value) => ({ value, name: say(`print.sides-${value}`) }))}
            onChange={(chosen) => change({ sides: chosen })}
          />
          {options.sides === "single" ? null : (
            <p className={styles["note"]}>{say(`print.sides-${options.sides}-note`)}</p>
          )}
        </div>
        <ChooseField
          label={say("print.pictures")}
          value={options.pictures}
          choices={pictures.map((value) => ({ value, name: say(`print.pictures-${value}`) }))}
          onChange={(chosen) => change({ pictures: chosen })}
        />
        <ChooseField
          label={say("print.paper")}
          value={options.paper}
          choices={papers.map((value) => ({ value, name: value }))}
          onChange={(paper) => change({ paper })}
        />
        <Disclosure className={styles["more"] ?? ""}>
          <Heading level={3}>
            <PlainButton slot="trigger" className={styles["trigger"] ?? ""}>
              <ChevronRight size={16} aria-hidden className={styles["arrow"]} />
              {say("print.more-options")}
            </PlainButton>
          </Heading>
          <DisclosurePanel>
            {/* Another template has other texts: nothing half typed goes over to it. */}
            <MoreOptions key={template} options={options} change={change} />
          </DisclosurePanel>
        </Disclosure>
        <p className={styles["note"]}>{say("print.copies-note")}</p>
      </div>
    </section>
  );
}
