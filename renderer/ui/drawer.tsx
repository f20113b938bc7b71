/** A pane that slides over the page in a narrow window, at its start or end edge. Esc and a click outside close it. */
import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import styles from "./drawer.module.css";

interface DrawerProps {
  readonly name: string;
  readonly edge: "start" | "end";
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Drawer({ name, edge, onClose, children }: DrawerProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={styles["overlay"] ?? ""}
    >
      <Modal className={`${styles["drawer"]} ${styles[edge]}`}>
        <Dialog aria-label={name} className={styles["dialog"] ?? ""}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
