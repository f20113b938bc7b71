import { describe, expect, it } from "vitest";
import { shortcuts } from "../../preload/model/shortcuts.ts";
import { isAccelerator, shownKeys } from "../../renderer/ui/key-names.ts";

function pressed(key: string, modifiers: string = ""): KeyboardEvent {
  const held = (name: string) => modifiers.includes(name);
  return {
    key,
    ctrlKey: held("ctrl"),
    altKey: held("alt"),
    shiftKey: held("shift"),
    metaKey: held("meta"),
  } as KeyboardEvent;
}

describe("Accelerators", () => {
  it("are met by their key with exactly their modifiers", () => {
    expect(isAccelerator(pressed("f", "ctrl"), "Ctrl+F")).toBe(true);
    expect(isAccelerator(pressed("F", "ctrl shift"), "Ctrl+Shift+F")).toBe(true);
    expect(isAccelerator(pressed("F", "ctrl shift"), "Ctrl+F")).toBe(false);
    expect(isAccelerator(pressed("f", "ctrl alt"), "Ctrl+F")).toBe(false);
    expect(isAccelerator(pressed("f", "ctrl meta"), "Ctrl+F")).toBe(false);
    expect(isAccelerator(pressed("ArrowLeft", "alt"), "Alt+Left")).toBe(true);
    expect(isAccelerator(pressed("F11"), "F11")).toBe(true);
  });

  it("take a plus whether or not the keyboard needs Shift for it", () => {
    expect(isAccelerator(pressed("+", "ctrl shift"), "Ctrl+Plus")).toBe(true);
    expect(isAccelerator(pressed("+", "ctrl"), "Ctrl+Plus")).toBe(true);
  });

  it("are shown with arrows and signs", () => {
    expect(shownKeys("Alt+Left")).toBe("Alt+←");
    expect(shownKeys("Ctrl+Plus")).toBe("Ctrl++");
    expect(shownKeys("Ctrl+Shift+F")).toBe("Ctrl+Shift+F");
  });

  it("never stand for two commands", () => {
    const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
