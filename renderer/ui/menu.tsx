/** A button that opens a short menu of actions. */
import type { LucideIcon } from "lucide-react";
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
        <Menu
          className={styles["menu"] ?? ""}
          items={actions}
          onAction={(id) => actions.find((action) => action.id === id)?.act()}
        >
          {(action) => (
            <MenuItem id={action.id} className={styles["item"] ?? ""}>
              {action.name}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
