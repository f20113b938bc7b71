/** Short sentences at the foot of the window: what was done, or why it was not. Told to screen readers too. */
import { X } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { Button, IconButton } from "./button.tsx";
import { useSay, useSayFailure } from "./language.ts";
import styles from "./notices.module.css";

const NOTICE_STAYS_MS = 6000;

/** What a notice offers to do about it. */
export interface NoticeAction {
  readonly name: string;
  readonly act: () => void;
}

interface Notice {
  readonly sentence: string;
  readonly failed: boolean;
  readonly action?: NoticeAction | undefined;
}

interface Notices {
  /** Says what was done. */
  readonly tell: (sentence: string, action?: NoticeAction) => void;
  /** Says why something was not done. */
  readonly tellFailure: (error: unknown) => void;
}

const NoticesContext = createContext<Notices>({ tell: () => undefined, tellFailure: () => undefined });

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const sayFailure = useSayFailure();
  const [notice, setNotice] = useState<Notice | null>(null);

  useEffect(() => {
    // A failure stays until it is read and closed.
    if (notice === null || notice.failed) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_STAYS_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  const notices = useMemo<Notices>(
    () => ({
      tell: (sentence, action) => setNotice({ sentence, failed: false, action }),
      tellFailure: (error) => setNotice({ sentence: sayFailure(error), failed: true }),
    }),
    [sayFailure],
  );

  return (
    <NoticesContext value={notices}>
      {children}
      <div className={styles["region"]} aria-live="polite">
        {notice === null ? null : (
          <div className={styles["notice"]} data-failed={notice.failed}>
            <p>{notice.sentence}</p>
            {notice.action === undefined ? null : (
              <Button
                look="quiet"
                onPress={() => {
                  setNotice(null);
                  notice.action?.act();
                }}
              >
                {notice.action.name}
              </Button>
            )}
            <IconButton icon={X} name={say("action.close")} onPress={() => setNotice(null)} />
          </div>
        )}
      </div>
    </NoticesContext>
  );
}

export function useNotices(): Notices {
  return useContext(NoticesContext);
}

/** Does something that may fail, and says so at the foot when it does. Answers whether it succeeded. */
export function useAttempt(): (work: () => Promise<unknown>) => Promise<boolean> {
  const { tellFailure } = useNotices();
  return useCallback(
    async (work) => {
      try {
        await work();
        return true;
      } catch (error) {
        tellFailure(error);
        return false;
      }
    },
    [tellFailure],
  );
}
