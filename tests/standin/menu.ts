/** `Menu` and `MenuItem`: what they hold and do. The menu bar is not drawn, but its shortcuts work. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import { matchesAccelerator, type PressedKey } from "./accelerator.ts";
import { isRole, playRole, roleAccelerators } from "./menu-role.ts";
import { headless } from "./runtime.ts";
import { asElectron, type Same } from "./same.ts";
import type { StandInWindow } from "./window.ts";

type Template = Electron.MenuItemConstructorOptions;

let lastCommandId = 0;

class StandInMenuItem {
  readonly id: string;
  readonly commandId: number;
  readonly type: NonNullable<Template["type"]>;
  readonly registerAccelerator: boolean;
  readonly role: Electron.MenuItem["role"];
  readonly submenu: Electron.Menu | undefined;
  readonly accelerator: string | null;
  readonly #onClick: Template["click"];
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: Template) {
    lastCommandId += 1;
    this.commandId = lastCommandId;
    this.id = options.id ?? "";
    this.label = options.label ?? options.role ?? "";
    this.type = options.type ?? (options.submenu ? "submenu" : "normal");
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#onClick = options.click;
    this.role = options.role as Electron.MenuItem["role"];
    this.accelerator = options.accelerator ?? roleAccelerators[options.role ?? ""] ?? null;
    this.submenu = options.submenu && menuOf(options.submenu);
  }

  /** As Electron calls it: by hand, by a shortcut, or by a test. */
  click(event: Partial<Electron.KeyboardEvent> = {}, window?: unknown): void {
    if (!this.enabled) return;
    if (this.type === "checkbox") this.checked = !this.checked;
    const place = window as StandInWindow | undefined;
    if (isRole(this.role) && playRole(this.role, place)) return;
    this.#onClick?.(asElectron(this), place && asElectron(place), event);
  }
}

let applicationMenu: Electron.Menu | null = null;

class StandInMenu extends EventEmitter {
  readonly items: Electron.MenuItem[] = [];

  static buildFromTemplate(template: readonly (Template | Electron.MenuItem)[]): Electron.Menu {
    const menu = new StandInMenu();
    for (const item of template) menu.append(itemOf(item));
    return asElectron(menu);
  }

  static setApplicationMenu(menu: Electron.Menu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): Electron.Menu | null {
    return applicationMenu;
  }

  append(item: Electron.MenuItem): void {
    this.items.push(item);
  }

  insert(position: number, item: Electron.MenuItem): void {
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): Electron.MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  /** Drawn in the page where somebody sees it. */
  popup({ window, x = 0, y = 0, callback }: Electron.PopupOptions = {}): void {
    this.emit("menu-will-show");
    if (headless || window === undefined) return;
    const shown = this.items.filter(({ visible }) => visible);
    const drawn = shown.map(({ label, enabled, type }) => ({
      label,
      enabled,
      separator: type === "separator",
    }));
    const place = asElectron<StandInWindow>(window);
    place.standin.contents.standin.chooseFromMenu(drawn, x, y).then(
      (chosen) => {
        shown[chosen]?.click({}, window);
        this.emit("menu-will-close");
        callback?.();
      },
      () => this.emit("menu-will-close"),
    );
  }

  closePopup(): void {
    this.emit("menu-will-close");
  }
}

export { StandInMenu as Menu, StandInMenuItem as MenuItem };

export type CheckedMenu = [
  Same<StandInMenu, Electron.Menu>,
  Same<Omit<typeof StandInMenu, "prototype">, typeof Electron.Menu>,
  Same<StandInMenuItem, Electron.MenuItem>,
];

function itemOf(given: Template | Electron.MenuItem): Electron.MenuItem {
  return asElectron(given instanceof StandInMenuItem ? given : new StandInMenuItem(given as Template));
}

function menuOf(given: NonNullable<Template["submenu"]>): Electron.Menu {
  return Array.isArray(given) ? StandInMenu.buildFromTemplate(given) : given;
}

/** A key that the page left alone: does what the application's menu has for it. */
export function pressShortcut(key: PressedKey, window: StandInWindow): void {
  itemFor(applicationMenu, key)?.click({}, asElectron(window));
}

function itemFor(menu: Electron.Menu | null | undefined, key: PressedKey): Electron.MenuItem | undefined {
  for (const item of menu?.items ?? []) {
    const { accelerator } = item;
    if (item.registerAccelerator && item.visible && accelerator && matchesAccelerator(accelerator, key))
      return item;
    const inside = itemFor(item.submenu, key);
    if (inside !== undefined) return inside;
  }
  return undefined;
}
