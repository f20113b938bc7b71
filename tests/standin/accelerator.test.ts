import { expect, test } from "vitest";
import { matchesAccelerator, type PressedKey } from "./accelerator.ts";

const bare: PressedKey = { key: "f", ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };

test("a shortcut is met by its key with exactly its modifiers", () => {
  expect(matchesAccelerator("Ctrl+F", { ...bare, ctrlKey: true })).toBe(true);
  expect(matchesAccelerator("Ctrl+F", bare)).toBe(false);
  expect(matchesAccelerator("Ctrl+F", { ...bare, ctrlKey: true, shiftKey: true })).toBe(false);
  expect(matchesAccelerator("Ctrl+Shift+F", { ...bare, key: "F", ctrlKey: true, shiftKey: true })).toBe(true);
});

test("keys that Electron names in its own way are known", () => {
  expect(matchesAccelerator("Alt+Left", { ...bare, key: "ArrowLeft", altKey: true })).toBe(true);
  expect(matchesAccelerator("Ctrl+Plus", { ...bare, key: "+", ctrlKey: true })).toBe(true);
  expect(matchesAccelerator("Ctrl++", { ...bare, key: "+", ctrlKey: true })).toBe(true);
  expect(matchesAccelerator("F11", { ...bare, key: "F11" })).toBe(true);
});
