import { expect, test } from "vitest";
import { changeSettings, keepValue, keptValue, readSettings } from "../../main/library/settings.ts";
import { defaultSettings } from "../../preload/model/settings.ts";
import { temporaryLibrary } from "./temporary-library.ts";

test("settings are the defaults until they are changed, one by one", () => {
  const { db } = temporaryLibrary();
  expect(readSettings(db)).toEqual(defaultSettings);
  expect(changeSettings(db, { theme: "night", textSize: 24 })).toEqual({
    ...defaultSettings,
    theme: "night",
    textSize: 24,
  });
  expect(changeSettings(db, { theme: undefined, indent: false })).toEqual({
    ...defaultSettings,
    theme: "night",
    textSize: 24,
    indent: false,
  });
  expect(readSettings(db).theme).toBe("night");
});

test("a damaged value costs that setting alone", () => {
  const { db } = temporaryLibrary();
  changeSettings(db, { theme: "night", textSize: 24, language: "en" });
  db.exec("UPDATE settings SET value = '{' WHERE key = 'textSize'");
  db.exec("UPDATE settings SET value = '\"neon\"' WHERE key = 'theme'");
  expect(readSettings(db)).toEqual({ ...defaultSettings, language: "en" });
});

test("other values are kept beside the settings", () => {
  const { db } = temporaryLibrary();
  expect(keptValue(db, "last-details")).toBeUndefined();
  keepValue(db, "last-details", { publication: "县报", issuedOn: null });
  keepValue(db, "last-details", { publication: "省报", issuedOn: null });
  expect(keptValue(db, "last-details")).toEqual({ publication: "省报", issuedOn: null });
  expect(readSettings(db)).toEqual(defaultSettings);
});
