/** What was pasted, before it is stored: its title, source and date, and how it begins. */
import { useId, useState } from "react";
import { Form } from "react-aria-components";
import { dateSchema } from "../../preload/model/article.ts";
import type { PasteDetails, PastePreview } from "../../preload/model/paste.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SuggestField, TextField } from "../ui/fields.tsx";
import { useSay, useSayCode } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import styles from "./paste-dialog.module.css";

interface PasteDialogProps {
  readonly preview: PastePreview;
  readonly isStoring: boolean;
  readonly onStore: (details: PasteDetails) => void;
  readonly onClose: () => void;
}

export function PasteDialog({ preview, isStoring, onStore, onClose }: PasteDialogProps) {
  const say = useSay();
  const { data: overview } = useAsk("overview", null);
  const [title, setTitle] = useState(preview.title);
  const [publication, setPublication] = useState(preview.publication);
  const [date, setDate] = useState(preview.issuedOn ?? "");
  const typedDate = date.trim();
  const dateIsWrong = typedDate !== "" && !dateSchema.safeParse(typedDate).success;

  return (
    <Dialog
      title={say("paste.title")}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" type="submit" form="paste-details" isDisabled={isStoring}>
            {say("paste.store")}
          </Button>
        </>
      }
    >
      <Form
        id="paste-details"
        className={styles["form"] ?? ""}
        onSubmit={(event) => {
          event.preventDefault();
          if (dateIsWrong) return;
          onStore({
            title: title.trim(),
            publication: publication.trim(),
            issuedOn: typedDate === "" ? null : typedDate,
          });
        }}
      >
        {preview.articles === 1 ? (
          <TextField
            autoFocus
            label={say("edit.article-title")}
            value={title}
            maxLength={1000}
            onChange={setTitle}
          />
        ) : (
          <p className={styles["note"]}>{say("paste.several", { count: preview.articles })}</p>
        )}
        <div className={styles["pair"]}>
          <SuggestField
            label={say("filter.source")}
            placeholder={say("list.not-known")}
            maxLength={200}
            suggestions={(overview?.publications ?? []).map(({ name }) => name).filter((name) => name !== "")}
            value={publication}
            onChange={setPublication}
          />
          <TextField
            label={say("edit.date")}
            placeholder={say("list.not-known")}
            note={say("edit.date-note")}
            wrong={dateIsWrong ? say("edit.date-wrong") : undefined}
            value={date}
            maxLength={10}
            onChange={setDate}
          />
        </div>
      </Form>
      <Preview preview={preview} />
    </Dialog>
  );
}

function Preview({ preview }: { readonly preview: PastePreview }) {
  const say = useSay();
  const sayCode = useSayCode();
  const heading = useId();
  const { kind, lines, characters, pictures, warnings } = preview;
  return (
    <section aria-labelledby={heading} className={styles["preview"]}>
      <h3 id={heading} className={styles["heading"]}>
        {say("paste.preview")}
        <span className={styles["amount"]}>
          {kind === "picture" ? null : say("paste.amount", { characters, pictures })}
        </span>
      </h3>
      {kind === "picture" ? <p className={styles["note"]}>{say("paste.picture")}</p> : null}
      {lines.length === 0 ? null : (
        <div className={styles["lines"]} lang="zh-CN">
          {[...lines.entries()].map(([place, line]) => (
            <p key={place}>{line}</p>
          ))}
        </div>
      )}
      {kind === "picture" || warnings.length === 0 ? null : (
        <ul className={styles["warnings"]}>
          {[...warnings.entries()].map(([place, { code, parameters }]) => (
            <li key={place}>{sayCode(code, parameters)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
