/** The groups at the left: each button narrows the list to what it names, and again takes that back. */
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import {
  type BookmarkFilter,
  type BookmarkGroups,
  bookmarkColors,
  bookmarkStates,
  everyBookmark,
} from "../../preload/model/bookmark.ts";
import { grouped } from "../../preload/model/messages/pair.ts";
import { useColorName } from "../ui/bookmarks/color-choice.tsx";
import { ColorSign } from "../ui/bookmarks/color-sign.tsx";
import { Button as TextButton } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { type BookmarksView, daysOfMonth, isWhole } from "./bookmarks-view.ts";
import styles from "./groups.module.css";

/** Names shown of a long group before all of them are asked for. */
const SHOWN_AT_FIRST = 30;

interface GroupsProps {
  readonly view: BookmarksView;
  readonly groups: BookmarkGroups;
  /** The open article; null where none is. */
  readonly openArticle: number | null;
}

export function Groups({ view, groups, openArticle }: GroupsProps): ReactNode {
  const say = useSay();
  const colorName = useColorName();
  const { selection, narrow } = view;
  const toggle = <Name extends keyof BookmarkFilter>(name: Name, value: BookmarkFilter[Name]) =>
    narrow({ [name]: selection[name] === value ? null : value });
  const states = bookmarkStates.filter((state) => state !== "kept" && groups.states[state] > 0);
  return (
    <nav className={styles["groups"]} aria-label={say("bookmarks.groups")}>
      <ul className={styles["group"]}>
        <Entry isOn={isWhole(selection)} onPress={() => narrow(everyBookmark)}>
          {say("bookmarks.whole-library")}
        </Entry>
        {openArticle === null ? null : (
          <Entry isOn={selection.article === openArticle} onPress={() => toggle("article", openArticle)}>
            {say("bookmarks.this-article")}
          </Entry>
        )}
      </ul>
      {states.length === 0 ? null : (
        <Group name={say("bookmarks.group.state")}>
          {states.map((state) => (
            <Entry
              key={state}
              isOn={selection.state === state}
              count={groups.states[state]}
              onPress={() => toggle("state", state)}
            >
              {say(`bookmarks.state.${state}`)}
            </Entry>
          ))}
        </Group>
      )}
      <Group name={say("bookmarks.group.color")}>
        {bookmarkColors.map((color) => (
          <Entry
            key={color}
            isOn={selection.color === color}
            count={groups.colors[color]}
            onPress={() => toggle("color", color)}
          >
            <ColorSign color={color} size={14} /> {colorName(color)}
          </Entry>
        ))}
      </Group>
      <LongGroup
        name={say("bookmarks.group.tag")}
        entries={groups.tags.map(({ tag, count }) => ({ key: tag, name: tag, count }))}
        isOn={(tag) => selection.tag === tag}
        onPress={(tag) => toggle("tag", tag)}
      />
      <LongGroup
        name={say("bookmarks.group.month")}
        entries={groups.months.map(({ month, count }) => ({ key: month, name: month, count }))}
        isOn={(month) => selection.from === daysOfMonth(month).from}
        onPress={(month) => {
          const days = daysOfMonth(month);
          narrow(selection.from === days.from ? { from: null, to: null } : days);
        }}
      />
      <LongGroup
        name={say("bookmarks.group.article")}
        entries={groups.articles.map(({ id, title, count }) => ({
          key: String(id),
          name: title === "" ? say("bookmarks.untitled") : title,
          count,
        }))}
        isOn={(id) => selection.article === Number(id)}
        onPress={(id) => toggle("article", Number(id))}
      />
    </nav>
  );
}

interface LongGroupProps {
  readonly name: string;
  readonly entries: readonly { readonly key: string; readonly name: string; readonly count: number }[];
  readonly isOn: (key: string) => boolean;
  readonly onPress: (key: string) => void;
}

function LongGroup({ name, entries, isOn, onPress }: LongGroupProps): ReactNode {
  const say = useSay();
  const [isAll, setAll] = useState(false);
  if (entries.length === 0) return null;
  const shown = isAll ? entries : entries.filter(({ key }, at) => at < SHOWN_AT_FIRST || isOn(key));
  return (
    <Group name={name}>
      {shown.map((entry) => (
        <Entry key={entry.key} isOn={isOn(entry.key)} count={entry.count} onPress={() => onPress(entry.key)}>
          {entry.name}
        </Entry>
      ))}
      {shown.length === entries.length ? null : (
        <li>
          <TextButton look="quiet" onPress={() => setAll(true)}>
            {say("bookmarks.show-all", { count: entries.length })}
          </TextButton>
        </li>
      )}
    </Group>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <section>
      <h2 className={styles["name"]}>{name}</h2>
      <ul className={styles["group"]}>{children}</ul>
    </section>
  );
}

interface EntryProps {
  readonly isOn: boolean;
  readonly count?: number;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Entry({ isOn, count, onPress, children }: EntryProps): ReactNode {
  return (
    <li>
      <Button className={styles["entry"] ?? ""} aria-pressed={isOn} onPress={onPress}>
        <span className={styles["entryName"]}>{children}</span>
        {count === undefined ? null : <span className={styles["count"]}>{grouped(count)}</span>}
      </Button>
    </li>
  );
}
