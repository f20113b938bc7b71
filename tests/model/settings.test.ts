import { describe, expect, it } from "vitest";
import { defaultSettings, parseSettings, settingsChangeSchema } from "../../preload/model/settings.ts";

describe("settings", () => {
  it("are the defaults where nothing is stored", () => {
    expect(parseSettings({})).toEqual(defaultSettings);
  });

  it("are what was stored, every one", () => {
    const stored = { ...defaultSettings, theme: "night", textSize: 24, indent: false } as const;
    expect(parseSettings(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });

  it("lose only the value that is damaged", () => {
    const stored = { ...defaultSettings, theme: "purple", textSize: 24, lineHeight: "wide" };
    expect(parseSettings(stored)).toEqual({ ...defaultSettings, textSize: 24 });
  });

  it("know nothing of keys that are none of theirs", () => {
    expect(parseSettings({ surprise: true })).toEqual(defaultSettings);
  });

  it("refuse a change that is out of range or unknown, and accept part of them", () => {
    expect(settingsChangeSchema.safeParse({ textSize: 13 }).success).toBe(false);
    expect(settingsChangeSchema.safeParse({ lineHeight: 2.5 }).success).toBe(false);
    expect(settingsChangeSchema.safeParse({ surprise: true }).success).toBe(false);
    expect(settingsChangeSchema.safeParse({ theme: "green" }).success).toBe(true);
  });
});
