/** The advanced form (高级搜索): writes the query for whoever does not know its language, and reads it back. */
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SuggestField, TextField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import styles from "./advanced-dialog.module.css";
import { emptyForm, formOfQuery, isDate, type QueryForm, queryOfForm } from "./query-form.ts";

interface AdvancedDialogProps {
  readonly query: string;
  readonly onSearch: (query: string) => void;
  readonly onClose: () => void;
}

export function AdvancedDialog({ query, onSearch, onClose }: AdvancedDialogProps): ReactNode {
  const say = useSay();
  const [form, setForm] = useState<QueryForm>(() => formOfQuery(query));
  const { data: overview } = useAsk("overview", null);
  const sources = overview?.publications.map(({ name }) => name).filter((name) => name !== "") ?? [];
  const written = queryOfForm(form);
  const isSound = isDate(form.from.trim()) && isDate(form.to.trim());
  const set = (change: Partial<QueryForm>) => setForm((before) => ({ ...before, ...change }));

  function search(): void {
    if (!isSound || written === "") return;
    onClose();
    onSearch(written);
  }

  return (
    <Dialog
      title={say("search.advanced")}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={() => setForm(emptyForm)}>
            {say("search.advanced-clear")}
          </Button>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" isDisabled={!isSound || written === ""} onPress={search}>
            {say("search.advanced-search")}
          </Button>
        </>
      }
    >
      <form
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <TextField
          label={say("search.advanced-all")}
          value={form.all}
          onChange={(all) => set({ all })}
          note={say("search.advanced-words")}
          autoFocus
        />
        <TextField label={say("search.advanced-any")} value={form.any} onChange={(any) => set({ any })} />
        <TextField label={say("search.advanced-none")} value={form.none} onChange={(none) => set({ none })} />
        <div className={styles["dates"]}>
          <DateField
            label={say("search.advanced-from")}
            value={form.from}
            onChange={(from) => set({ from })}
          />
          <DateField label={say("search.advanced-to")} value={form.to} onChange={(to) => set({ to })} />
        </div>
        <SuggestField
          label={say("search.advanced-source")}
          value={form.source}
          onChange={(source) => set({ source })}
          suggestions={sources}
        />
        <div className={styles["written"]}>
          <span>{say("search.advanced-writes")}</span>
          <output>{written}</output>
        </div>
        {/* Enter in any field searches. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function DateField({ label, value, onChange }: DateFieldProps): ReactNode {
  const say = useSay();
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      placeholder={say("search.advanced-date")}
      wrong={isDate(value.trim()) ? undefined : say("search.advanced-date-wrong")}
    />
  );
}
