/** Keeps a search by name (常用搜索). */

import { type ReactNode, useState } from "react";
import { firstCharacters } from "../../preload/model/first-characters.ts";
import type { SearchSubject } from "../../preload/model/search.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";

const LONGEST_NAME = 100;

interface KeepDialogProps {
  readonly subject: SearchSubject;
  readonly onClose: () => void;
}

export function KeepDialog({ subject, onClose }: KeepDialogProps): ReactNode {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const changeSettings = useChangeSettings();
  const { savedSearches } = useSettings();
  const [name, setName] = useState(firstCharacters(subject.query.trim(), LONGEST_NAME));
  const meant = name.trim();

  async function keep(): Promise<void> {
    if (meant === "") return;
    onClose();
    // The same name again means the search as it is now.
    const others = savedSearches.filter((saved) => saved.name !== meant);
    const kept = await attempt(() =>
      changeSettings({ savedSearches: [{ name: meant, ...subject }, ...others] }),
    );
    if (kept) tell(say("search.kept"));
  }

  return (
    <Dialog
      size="small"
      title={say("search.keep")}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("action.cancel")}</Button>
          <Button look="main" isDisabled={meant === ""} onPress={() => void keep()}>
            {say("action.save")}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          label={say("search.saved-name")}
          value={name}
          onChange={setName}
          maxLength={LONGEST_NAME}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
