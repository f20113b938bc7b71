/** Names that stand for one another (简称对照), each group a line to edit. */
import { useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { defaultSettings } from "../../preload/model/settings.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TextField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";
import { namesAsTyped, namesOfTyped } from "./names-typed.ts";
import styles from "./short-names.module.css";

export function ShortNamesSettings(): ReactNode {
  const say = useSay();
  const attempt = useAttempt();
  const client = useQueryClient();
  const changeSettings = useChangeSettings();
  const { shortNames } = useSettings();
  const change = (groups: readonly (readonly string[])[]) =>
    void attempt(async () => {
      await changeSettings({ shortNames: groups.map((names) => [...names]) });
      // What a search offers and finds depends on them.
      for (const call of ["search", "articleHits", "searchSentences"]) {
        await client.invalidateQueries({ queryKey: [call] });
      }
    });
  return (
    <section className={styles["part"]} aria-labelledby="short-names">
      <h2 id="short-names" className={styles["name"]}>
        {say("short-names.title")}
      </h2>
      <p className={styles["note"]}>{say("short-names.note")}</p>
      <NewGroup onAdd={(names) => change([names, ...shortNames])} />
      <ul className={styles["groups"]}>
        {shortNames.map((names, index) => (
          <Group
            key={names.join("\n")}
            number={index + 1}
            names={names}
            onChange={(changed) => change(shortNames.with(index, [...changed]))}
            onRemove={() => change(shortNames.toSpliced(index, 1))}
          />
        ))}
      </ul>
      <div>
        <Button onPress={() => change(defaultSettings.shortNames)}>{say("short-names.restore")}</Button>
      </div>
    </section>
  );
}

interface GroupProps {
  readonly number: number;
  readonly names: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
  readonly onRemove: () => void;
}

/** Kept when the field is left or Enter is pressed, and only where it names two at least. */
function Group({ number, names, onChange, onRemove }: GroupProps): ReactNode {
  const say = useSay();
  const [typed, setTyped] = useState(() => namesAsTyped(names));
  const meant = namesOfTyped(typed);
  function keep(): void {
    if (meant !== null && meant.join("\n") !== names.join("\n")) onChange(meant);
  }
  return (
    <li>
      <form
        className={styles["group"]}
        onBlur={keep}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <TextField
          label={say("short-names.group", { number })}
          value={typed}
          onChange={setTyped}
          wrong={meant === null ? say("short-names.wrong") : undefined}
        />
        <IconButton
          icon={X}
          name={say("short-names.remove", { names: names.join("、") })}
          onPress={onRemove}
        />
      </form>
    </li>
  );
}

function NewGroup({ onAdd }: { readonly onAdd: (names: readonly string[]) => void }): ReactNode {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const meant = namesOfTyped(typed);
  return (
    <form
      className={styles["new"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (meant === null) return;
        onAdd(meant);
        setTyped("");
      }}
    >
      <TextField
        label={say("short-names.add")}
        value={typed}
        onChange={setTyped}
        placeholder={say("short-names.example")}
      />
      <Button type="submit" isDisabled={meant === null}>
        {say("short-names.add")}
      </Button>
    </form>
  );
}
