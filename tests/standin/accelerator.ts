/** Electron's way of writing a shortcut, "CommandOrControl+Shift+F", against a key that was pressed. */

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

type Modifier = Exclude<keyof PressedKey, "key">;

const modifiers: Readonly<Record<string, Modifier>> = {
  control: "ctrlKey",
  ctrl: "ctrlKey",
  commandorcontrol: process.platform === "darwin" ? "metaKey" : "ctrlKey",
  cmdorctrl: process.platform === "darwin" ? "metaKey" : "ctrlKey",
  command: "metaKey",
  cmd: "metaKey",
  super: "metaKey",
  meta: "metaKey",
  alt: "altKey",
  option: "altKey",
  shift: "shiftKey",
};

/** Where Electron's name of a key is not the DOM's. */
const keys: Readonly<Record<string, string>> = {
  plus: "+",
  space: " ",
  esc: "escape",
  return: "enter",
  left: "arrowleft",
  right: "arrowright",
  up: "arrowup",
  down: "arrowdown",
};

export function matchesAccelerator(accelerator: string, pressed: PressedKey): boolean {
  // "Ctrl++" ends in an empty part where the plus key stands.
  const parts = accelerator.toLowerCase().replace(/\+\+$/, "+plus").split("+");
  const key = parts.at(-1) ?? "";
  const wanted = new Set(parts.slice(0, -1).map((part) => modifiers[part]));
  const all: readonly Modifier[] = ["ctrlKey", "shiftKey", "altKey", "metaKey"];
  return (
    (keys[key] ?? key) === pressed.key.toLowerCase() &&
    all.every((name) => pressed[name] === wanted.has(name))
  );
}
