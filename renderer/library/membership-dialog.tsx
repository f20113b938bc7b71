/** Puts articles under tags or into collections: ticked for all of them, for some, or for none. */
import { Check, Minus, Plus } from "lucide-react";
import { useState } from "react";
import { Checkbox, Form } from "react-aria-components";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./membership-dialog.module.css";
import type { Share } from "./shared-fields.ts";

export interface Group {
  readonly key: string;
  readonly name: string;
  readonly share: Share;
}

interface MembershipDialogProps {
  readonly title: string;
  readonly groups: readonly Group[];
  /** What to say while there is no group. */
  readonly none: string;
  readonly newLabel: string;
  /** Makes a group; answers with its key, or null when it could not be made. */
  readonly onCreate: (name: string) => Promise<string | null>;
  /** The keys of the groups to put every article in, and to take every article out of. */
  readonly onSave: (add: readonly string[], remove: readonly string[]) => void;
  readonly onClose: () => void;
}

export function MembershipDialog(props: MembershipDialogProps) {
  const { title, groups, none, newLabel, onCreate, onSave, onClose } = props;
  const say = useSay();
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [made, setMade] = useState<readonly Group[]>([]);
  const [name, setName] = useState("");
  const shown = [...groups, ...made.filter(({ key }) => groups.every((group) => group.key !== key))];

  /** Makes what is typed and ticks it; answers with what is ticked then, or null when it could not be made. */
  async function create(): Promise<ReadonlyMap<string, boolean> | null> {
    const wanted = name.trim();
    if (wanted === "") return changed;
    const existing = shown.find((group) => group.name === wanted);
    const key = existing?.key ?? (await onCreate(wanted));
    if (key === null) return null;
    if (existing === undefined) setMade([...made, { key, name: wanted, share: "none" }]);
    const ticked = new Map(changed).set(key, true);
    setChanged(ticked);
    setName("");
    return ticked;
  }

  /** A name typed and not yet made is meant as well. */
  async function save(): Promise<void> {
    const ticked = await create();
    if (ticked === null) return;
    const chosen = (wanted: boolean) => [...ticked].filter(([, is]) => is === wanted).map(([key]) => key);
    onSave(chosen(true), chosen(false));
  }

  return (
    <Dialog
      size="small"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" onPress={() => void save()}>
            {say("action.save")}
          </Button>
        </>
      }
    >
      {shown.length === 0 ? <p className={styles["none"]}>{none}</p> : null}
      <fieldset aria-label={title} className={styles["groups"]}>
        {shown.map((group) => {
          const change = changed.get(group.key);
          return (
            <Checkbox
              key={group.key}
              isSelected={change ?? group.share === "all"}
              isIndeterminate={change === undefined && group.share === "some"}
              onChange={(is) => setChanged(new Map(changed).set(group.key, is))}
              className={styles["group"] ?? ""}
            >
              {({ isSelected, isIndeterminate }) => (
                <>
                  <span className={styles["box"]} aria-hidden>
                    {isIndeterminate ? <Minus size={14} /> : isSelected ? <Check size={14} /> : null}
                  </span>
                  {group.name}
                </>
              )}
            </Checkbox>
          );
        })}
      </fieldset>
      <Form
        className={styles["create"] ?? ""}
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField
          label={newLabel}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus={groups.length === 0}
        />
        <Button type="submit" icon={Plus} isDisabled={name.trim() === ""}>
          {say("action.create")}
        </Button>
      </Form>
    </Dialog>
  );
}
