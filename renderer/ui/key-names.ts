/** Electron's accelerators as people read them and as the keyboard sends them. */

const shownNames: Readonly<Record<string, string>> = {
  Left: "←",
  Right: "→",
  Up: "↑",
  Down: "↓",
  Plus: "+",
};

const eventKeys: Readonly<Record<string, string>> = {
  left: "arrowleft",
  right: "arrowright",
  up: "arrowup",
  down: "arrowdown",
  plus: "+",
};

/** `Alt+Left` → `Alt+←`. */
export function shownKeys(accelerator: string): string {
  return accelerator
    .split("+")
    .map((part) => shownNames[part] ?? part)
    .join("+");
}

/** Whether a key press is this accelerator, neither more nor fewer modifiers held. */
export function isAccelerator(event: KeyboardEvent, accelerator: string): boolean {
  const parts = accelerator.toLowerCase().split("+");
  const key = parts.at(-1) ?? "";
  const modifiers = new Set(parts.slice(0, -1));
  const wanted = eventKeys[key] ?? key;
  // A shifted sign such as + arrives with Shift held; the sign itself already says so.
  const shiftMatters = wanted !== "+";
  return (
    event.key.toLowerCase() === wanted &&
    event.ctrlKey === modifiers.has("ctrl") &&
    event.altKey === modifiers.has("alt") &&
    (!shiftMatters || event.shiftKey === modifiers.has("shift")) &&
    !event.metaKey
  );
}
