/** Edits the details of one article or of many; what differs among many stays as it is unless it is changed. */
import { useState } from "react";
import { Form, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { SharedDetails } from "../../preload/model/listing.ts";
import type { MessageCode } from "../../preload/model/messages.ts";
import { ask } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FailureNote } from "../ui/failure.tsx";
import { SuggestField, TextField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { useAsk } from "../ui/queries.ts";
import styles from "./edit-dialog.module.css";
import { changedFields, clearableFields, type EditedField } from "./shared-fields.ts";

interface EditDialogProps {
  readonly ids: readonly number[];
  readonly onClose: () => void;
}

export function EditDialog({ ids, onClose }: EditDialogProps) {
  const say = useSay();
  const { data: shared, error, refetch } = useAsk("sharedDetails", { ids: [...ids] });
  const title = ids.length === 1 ? say("edit.title-one") : say("edit.title-many", { count: ids.length });
  if (error !== null) {
    return (
      <Dialog title={title} onClose={onClose}>
        <FailureNote error={error} onRetry={() => void refetch()} />
      </Dialog>
    );
  }
  if (shared === undefined) return null;
  return <EditForm title={title} ids={ids} shared={shared} onClose={onClose} />;
}

interface EditFormProps extends EditDialogProps {
  readonly title: string;
  readonly shared: SharedDetails;
}

const labels = {
  kicker: "edit.kicker",
  title: "edit.article-title",
  subtitle: "edit.subtitle",
  byline: "edit.byline",
  publication: "edit.publication",
  issuedOn: "edit.date",
  page: "edit.page",
  pageName: "edit.page-name",
  credits: "edit.credits",
} as const satisfies Record<EditedField, MessageCode>;

const longest: Readonly<Record<EditedField, number>> = {
  kicker: 500,
  title: 1000,
  subtitle: 1000,
  byline: 500,
  publication: 200,
  issuedOn: 10,
  page: 40,
  pageName: 200,
  credits: 1000,
};

function EditForm({ title, ids, shared, onClose }: EditFormProps) {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const { data: overview } = useAsk("overview", null);
  const [edited, setEdited] = useState<Partial<Record<EditedField, string>>>({});
  const [cleared, setCleared] = useState<ReadonlySet<EditedField>>(new Set());
  const changes = changedFields(shared, edited, cleared);

  async function save(): Promise<void> {
    if (changes === "wrong-date") return;
    if (Object.keys(changes).length > 0) {
      const done = await attempt(async () => {
        const { edit } = await ask("editDetails", { ids: [...ids], fields: changes });
        tell(say("edit.saved-count", { count: ids.length }), {
          name: say("action.undo"),
          act: () => void attempt(() => takeBack(edit)),
        });
      });
      if (!done) return;
    }
    onClose();
  }

  async function takeBack(edit: number): Promise<void> {
    const { restored } = await ask("undoEdit", { edit });
    tell(restored === 0 ? say("edit.not-undone") : say("edit.undone", { count: restored }));
  }

  function field(name: EditedField) {
    return {
      label: say(labels[name]),
      value: cleared.has(name) ? "" : (edited[name] ?? shared[name] ?? ""),
      onChange: (value: string) => {
        setEdited({ ...edited, [name]: value });
        if (cleared.has(name)) setCleared(new Set([...cleared].filter((one) => one !== name)));
      },
      placeholder: cleared.has(name)
        ? say("edit.cleared")
        : shared[name] === null
          ? say("edit.different")
          : "",
      maxLength: longest[name],
    };
  }

  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" type="submit" form="edit-details">
            {say("action.save")}
          </Button>
        </>
      }
    >
      {ids.length > 1 ? <p className={styles["note"]}>{say("edit.many-note")}</p> : null}
      <Form
        id="edit-details"
        className={styles["form"] ?? ""}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField {...field("kicker")} autoFocus />
        <TextField {...field("title")} />
        <TextField {...field("subtitle")} />
        <TextField {...field("byline")} />
        <div className={styles["pair"]}>
          <SuggestField
            {...field("publication")}
            suggestions={(overview?.publications ?? []).map(({ name }) => name).filter((name) => name !== "")}
          />
          <TextField
            {...field("issuedOn")}
            note={say("edit.date-note")}
            wrong={changes === "wrong-date" ? say("edit.date-wrong") : undefined}
          />
        </div>
        <div className={styles["pair"]}>
          <TextField {...field("page")} />
          <TextField {...field("pageName")} />
        </div>
        <TextField {...field("credits")} />
      </Form>
      <Clearing fields={clearableFields(shared)} cleared={cleared} onCleared={setCleared} />
    </Dialog>
  );
}

interface ClearingProps {
  readonly fields: readonly EditedField[];
  readonly cleared: ReadonlySet<EditedField>;
  readonly onCleared: (cleared: ReadonlySet<EditedField>) => void;
}

/** Emptying a field in which the articles differ has to be said: an empty field there means that it is left as it is. */
function Clearing({ fields, cleared, onCleared }: ClearingProps) {
  const say = useSay();
  if (fields.length === 0) return null;
  return (
    <div className={styles["clearing"]}>
      <span className={styles["clearing-note"]}>{say("edit.clear")}</span>
      <ToggleButtonGroup
        aria-label={say("edit.clear")}
        selectionMode="multiple"
        selectedKeys={cleared}
        onSelectionChange={(keys) => onCleared(new Set(fields.filter((name) => keys.has(name))))}
        className={styles["clearing-fields"] ?? ""}
      >
        {fields.map((name) => (
          <ToggleButton key={name} id={name} className={styles["clearing-field"] ?? ""}>
            {say(labels[name])}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
