/** Pasting as an article (粘贴为文章), from the command to the article that opens. */
import { useCallback, useState } from "react";
import type { PasteDetails, PastePreview } from "../../preload/model/paste.ts";
import { ask } from "../client.ts";
import { useCommands } from "../ui/commands.ts";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { PasteDialog } from "./paste-dialog.tsx";

export function PastePart({ onOpen }: { readonly onOpen: (id: number) => void }) {
  const say = useSay();
  const attempt = useAttempt();
  const { tell } = useNotices();
  const [preview, setPreview] = useState<PastePreview | null>(null);
  const [isStoring, setStoring] = useState(false);

  useCommands({
    "paste-article": () => void attempt(async () => setPreview(await ask("preparePaste", null))),
  });

  const close = useCallback(() => {
    setPreview(null);
    void attempt(() => ask("forgetPaste", null));
  }, [attempt]);

  async function store(paste: string, details: PasteDetails): Promise<void> {
    if (isStoring) return;
    setStoring(true);
    await attempt(async () => {
      const { id, known } = await ask("storePaste", { paste, details });
      setPreview(null);
      onOpen(id);
      tell(known ? say("paste.known") : say("paste.done"));
    });
    setStoring(false);
  }

  if (preview === null) return null;
  return (
    <PasteDialog
      key={preview.paste}
      preview={preview}
      isStoring={isStoring}
      onStore={(details) => void store(preview.paste, details)}
      onClose={close}
    />
  );
}
