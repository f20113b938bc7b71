/** The ways to look through the library, above its column: as a list, by newspaper, by collection. */
import { Ellipsis, FilePlus2 } from "lucide-react";
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { shortcutOf } from "../../preload/model/shortcuts.ts";
import { IconButton } from "../ui/button.tsx";
import { runCommand } from "../ui/commands.ts";
import { useSay } from "../ui/language.ts";
import { ActionsMenu, type MenuAction } from "../ui/menu.tsx";
import type { ColumnView } from "./column-state.ts";
import styles from "./column-views.module.css";

interface ColumnViewsProps {
  readonly view: ColumnView;
  readonly onView: (view: ColumnView) => void;
  readonly onImport: () => void;
  readonly actions: readonly MenuAction[];
  /** What each of them shows; drawn while it is chosen. */
  readonly show: Readonly<Record<ColumnView, () => ReactNode>>;
}

const views = ["list", "newspapers", "collections"] as const satisfies readonly ColumnView[];

export function ColumnViews({ view, onView, onImport, actions, show }: ColumnViewsProps) {
  const say = useSay();
  return (
    <Tabs
      className={styles["views"] ?? ""}
      selectedKey={view}
      onSelectionChange={(key) => {
        const chosen = views.find((one) => one === key);
        if (chosen !== undefined) onView(chosen);
      }}
    >
      <div className={styles["top"]}>
        <TabList aria-label={say("column.views")} className={styles["tabs"] ?? ""}>
          {views.map((one) => (
            <Tab key={one} id={one} className={styles["tab"] ?? ""}>
              {say(`column.${one}`)}
            </Tab>
          ))}
        </TabList>
        <IconButton
          icon={FilePlus2}
          name={say("command.import-files")}
          keys={shortcutOf("import-files")}
          onPress={onImport}
        />
        <ActionsMenu
          name={say("shelf.more")}
          icon={Ellipsis}
          actions={[
            { id: "paste", name: say("command.paste-article"), act: () => void runCommand("paste-article") },
            ...actions,
          ]}
        />
      </div>
      {views.map((one) => (
        <TabPanel key={one} id={one} className={styles["panel"] ?? ""}>
          {show[one]()}
        </TabPanel>
      ))}
    </Tabs>
  );
}
