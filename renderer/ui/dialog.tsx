/** A dialog over the window: a title, what it is about, and its actions at the foot. Esc and a click outside close it. */
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "./button.tsx";
import styles from "./dialog.module.css";
import { useSay } from "./language.ts";
import { useReachByKey } from "./reach-by-key.ts";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Actions, the main one last. */
  readonly actions?: ReactNode;
  readonly size?: "small" | "medium" | "large";
  /** An alert must be answered: a click outside does not close it. */
  readonly role?: "dialog" | "alertdialog";
}

export function Dialog({ title, onClose, children, actions, size = "medium", role = "dialog" }: DialogProps) {
  const say = useSay();
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={role === "dialog"}
      className={styles["overlay"] ?? ""}
    >
      <Modal className={`${styles["modal"]} ${styles[size]}`}>
        <AriaDialog role={role} className={styles["dialog"] ?? ""}>
          <header className={styles["head"]}>
            <Heading slot="title" level={2} className={styles["title"] ?? ""}>
              {title}
            </Heading>
            <IconButton icon={X} name={say("action.close")} onPress={onClose} />
          </header>
          <Body>{children}</Body>
          {actions === undefined ? null : <footer className={styles["foot"]}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Mounted with its dialog, so that it can watch its own size. */
function Body({ children }: { readonly children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  useReachByKey(body);
  return (
    <div ref={body} className={styles["body"]}>
      {children}
    </div>
  );
}
