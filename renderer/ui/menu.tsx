/** A button that opens a short menu of actions. */
import type { LucideIcon } from "lucide-react";
import { useRef } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { IconButton } from "./button.tsx";
import styles from "./menu.module.css";

export interface MenuAction {
  readonly id: string;
  readonly name: string;
  readonly act: () => void;
}

export function ActionsMenu({
  name,
  icon,
  actions,
}: {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly actions: readonly MenuAction[];
}) {
  return (
    <MenuTrigger>
      <IconButton icon={icon} name={name} />
      <Popover className={styles["popover"] ?? ""} placement="bottom end">
        <Actions actions={actions} />
      </Popover>
    </MenuTrigger>
  );
}

interface MenuAtProps {
  readonly name: string;
  /** CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly actions: readonly MenuAction[];
  readonly onClose: () => void;
}

/** The same menu, opened where the mouse was pressed. */
export function MenuAt({ name, at, actions, onClose }: MenuAtProps) {
  const place = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={place}
        className={styles["place"]}
        style={{ insetInlineStart: at.x, insetBlockStart: at.y }}
      />
      <Popover
        isOpen
        triggerRef={place}
        placement="bottom start"
        offset={14}
        className={styles["popover"] ?? ""}
        aria-label={name}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <Actions name={name} actions={actions} onDone={onClose} />
      </Popover>
    </>
  );
}

interface ActionsProps {
  /** Where no button names the menu. */
  readonly name?: string;
  readonly actions: readonly MenuAction[];
  readonly onDone?: () => void;
}

function Actions({ name, actions, onDone }: ActionsProps) {
  return (
    <Menu
      {...(name === undefined ? {} : { "aria-label": name, autoFocus: "first" as const })}
      className={styles["menu"] ?? ""}
      items={actions}
      onAction={(id) => {
        onDone?.();
        actions.find((action) => action.id === id)?.act();
      }}
    >
      {(action) => (
        <MenuItem id={action.id} className={styles["item"] ?? ""}>
          {action.name}
        </MenuItem>
      )}
    </Menu>
  );
}
