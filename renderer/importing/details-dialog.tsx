/** One line for a whole batch before it is imported: newspaper, date, page and page name. */
import { History } from "lucide-react";
import { useState } from "react";
import { Form } from "react-aria-components";
import { dateSchema } from "../../preload/model/article.ts";
import type { BatchDetails } from "../../preload/model/import-report.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SuggestField, TextField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import styles from "./details-dialog.module.css";
import type { Prepared } from "./importing-state.ts";

interface DetailsDialogProps {
  readonly prepared: Prepared;
  readonly onStart: (details: BatchDetails) => void;
  readonly onClose: () => void;
}

export function DetailsDialog({ prepared, onStart, onClose }: DetailsDialogProps) {
  const say = useSay();
  const { data: overview } = useAsk("overview", null);
  const { paths, guess, last } = prepared;
  const [details, setDetails] = useState({ ...guess, issuedOn: guess.issuedOn ?? "" });
  const issuedOn = details.issuedOn.trim();
  const dateIsWrong = issuedOn !== "" && !dateSchema.safeParse(issuedOn).success;
  const field = (name: keyof BatchDetails) => ({
    value: details[name],
    onChange: (value: string) => setDetails({ ...details, [name]: value }),
  });

  const offered = stillOffered(details, last);

  return (
    <Dialog
      title={say("import.title")}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" type="submit" form="batch-details" autoFocus>
            {say("import.start")}
          </Button>
        </>
      }
    >
      <p className={styles["what"]}>
        {say("import.what", { count: paths.length, name: nameOf(paths[0] ?? "") })}
      </p>
      <p className={styles["note"]}>{say("import.details-note")}</p>
      <Form
        id="batch-details"
        className={styles["line"] ?? ""}
        onSubmit={(event) => {
          event.preventDefault();
          if (dateIsWrong) return;
          onStart({
            publication: details.publication.trim(),
            issuedOn: issuedOn === "" ? null : issuedOn,
            page: details.page.trim(),
            pageName: details.pageName.trim(),
          });
        }}
      >
        <SuggestField
          label={say("edit.publication")}
          placeholder={say("list.not-known")}
          maxLength={200}
          suggestions={(overview?.publications ?? []).map(({ name }) => name).filter((name) => name !== "")}
          {...field("publication")}
        />
        <TextField
          label={say("edit.date")}
          placeholder={say("list.not-known")}
          wrong={dateIsWrong ? say("edit.date-wrong") : undefined}
          {...field("issuedOn")}
        />
        <TextField
          label={say("edit.page")}
          placeholder={say("list.not-known")}
          maxLength={40}
          {...field("page")}
        />
        <TextField
          label={say("edit.page-name")}
          placeholder={say("list.not-known")}
          maxLength={200}
          {...field("pageName")}
        />
      </Form>
      {offered === null ? null : (
        <Button look="quiet" icon={History} onPress={() => setDetails({ ...details, ...offered })}>
          {say("import.use-last", { last: Object.values(offered).join(" · ") })}
        </Button>
      )}
    </Dialog>
  );
}

/** What was said last time of the fields that are still empty; null where that is nothing. */
function stillOffered(details: DetailsAsTyped, last: BatchDetails): Partial<DetailsAsTyped> | null {
  const offered: Partial<Record<keyof BatchDetails, string>> = {};
  for (const name of ["publication", "issuedOn", "page", "pageName"] as const) {
    const value = last[name] ?? "";
    if (details[name].trim() === "" && value !== "") offered[name] = value;
  }
  return Object.keys(offered).length === 0 ? null : offered;
}

type DetailsAsTyped = Readonly<Record<keyof BatchDetails, string>>;

/** The last part of a path, whichever way its system writes it. */
function nameOf(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== "") ?? path;
}
