/** Every shortcut there is (Ctrl+/). */
import { type Shortcut, shortcuts } from "../../preload/model/shortcuts.ts";
import { Dialog } from "../ui/dialog.tsx";
import { shownKeys } from "../ui/key-names.ts";
import { useSay } from "../ui/language.ts";
import styles from "./shortcuts-dialog.module.css";

const groups = [
  "library",
  "reading",
  "bookmarks",
  "print",
  "window",
] as const satisfies readonly Shortcut["group"][];

/** Keys that work in the article list alone, and so are no commands of the window. */
const listKeys = [
  { keys: "Enter", code: "shortcuts.open" },
  { keys: "Space", code: "shortcuts.toggle" },
  { keys: "Shift+↑ ↓", code: "shortcuts.extend" },
  { keys: "Ctrl+A", code: "shortcuts.all" },
  { keys: "Delete", code: "shortcuts.delete" },
  { keys: "Shift+F10", code: "shortcuts.menu" },
] as const;

/** Those of a newspaper's calendar, of the correcting desk, and of the tree of collections. */
const calendarKeys = [
  { keys: "Page Up / Down", code: "shortcuts.month" },
  { keys: "Shift+Page Up / Down", code: "shortcuts.year" },
  { keys: "Ctrl+Home / End", code: "shortcuts.far-issue" },
  { keys: "Esc", code: "shortcuts.level-up" },
] as const;
const deskKeys = [
  { keys: "Enter", code: "correcting.edit-text" },
  { keys: "Ctrl+Enter", code: "shortcuts.split" },
  { keys: "J", code: "correcting.join" },
  { keys: "1 2 3 4", code: "shortcuts.heading" },
  { keys: "P", code: "correcting.paragraph" },
  { keys: "C", code: "correcting.caption" },
  { keys: "L", code: "correcting.lead" },
  { keys: "B", code: "correcting.byline" },
  { keys: "Alt+↑ ↓", code: "shortcuts.move" },
  { keys: "Delete", code: "correcting.delete" },
] as const;
const treeKeys = [
  { keys: "← →", code: "shortcuts.fold" },
  { keys: "F2", code: "collections.rename" },
  { keys: "Delete", code: "collections.delete" },
] as const;

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog size="large" title={say("shortcuts.title")} onClose={onClose}>
      <div className={styles["groups"]}>
        {groups.map((group) => (
          <Group
            key={group}
            name={say(`shortcuts.${group}`)}
            entries={shortcuts
              .filter((shortcut) => shortcut.group === group)
              .map(({ command, keys }) => ({ keys: shownKeys(keys[0]), name: say(`command.${command}`) }))}
          />
        ))}
        <Group
          name={say("shortcuts.in-list")}
          entries={listKeys.map(({ keys, code }) => ({ keys, name: say(code) }))}
        />
        <Group
          name={say("shortcuts.in-calendar")}
          entries={calendarKeys.map(({ keys, code }) => ({ keys, name: say(code) }))}
        />
        <Group
          name={say("shortcuts.in-desk")}
          entries={deskKeys.map(({ keys, code }) => ({ keys, name: say(code) }))}
        />
        <Group
          name={say("shortcuts.in-tree")}
          entries={treeKeys.map(({ keys, code }) => ({ keys, name: say(code) }))}
        />
      </div>
    </Dialog>
  );
}

interface GroupProps {
  readonly name: string;
  readonly entries: readonly { readonly keys: string; readonly name: string }[];
}

function Group({ name, entries }: GroupProps) {
  return (
    <section className={styles["group"]}>
      <h3 className={styles["name"]}>{name}</h3>
      <dl>
        {entries.map((entry) => (
          <div key={entry.keys} className={styles["entry"]}>
            <dt>{entry.name.replace(/…$/, "")}</dt>
            <dd>
              <kbd className={styles["keys"]}>{entry.keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
