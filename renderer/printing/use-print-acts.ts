/** Printing and saving what the preview shows; what fails is kept, to be said where the buttons are. */
import { useState } from "react";
import { ask } from "../client.ts";
import { useSay } from "../ui/language.ts";
import { useNotices } from "../ui/notices.tsx";

export interface PrintActs {
  /** Null while nothing is on its way. */
  readonly busy: "print" | "pdf" | "docx" | null;
  /** Null while all is well. */
  readonly error: unknown;
  /** Answers whether it was printed: not where the system's dialog was cancelled. */
  readonly print: (pages: "all" | "odd" | "even") => Promise<boolean>;
  readonly save: (format: "pdf" | "docx") => Promise<void>;
  readonly forget: () => void;
}

/** `job`: of the pages shown; null while there are none. */
export function usePrintActs(job: string | null): PrintActs {
  const say = useSay();
  const { tell } = useNotices();
  const [busy, setBusy] = useState<PrintActs["busy"]>(null);
  const [error, setError] = useState<unknown>(null);
  async function trying<Answer>(
    what: PrintActs["busy"],
    work: () => Promise<Answer>,
  ): Promise<Answer | null> {
    setBusy(what);
    setError(null);
    try {
      return await work();
    } catch (failure) {
      setError(failure);
      return null;
    } finally {
      setBusy(null);
    }
  }
  return {
    busy,
    error,
    async print(pages) {
      if (job === null) return false;
      return (await trying("print", () => ask("print", { job, pages }))) === true;
    },
    async save(format) {
      if (job === null) return;
      const path = await trying(format, () => ask("savePrint", { job, format }));
      if (path !== null) tell(say("print.saved", { path }));
    },
    forget: () => setError(null),
  };
}
