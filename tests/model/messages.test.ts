import { describe, expect, it } from "vitest";
import { bookmarks } from "../../preload/model/messages/bookmarks.ts";
import { commandLine } from "../../preload/model/messages/command-line.ts";
import { errors } from "../../preload/model/messages/errors.ts";
import { importing } from "../../preload/model/messages/importing.ts";
import { library } from "../../preload/model/messages/library.ts";
import { menus } from "../../preload/model/messages/menus.ts";
import { reading } from "../../preload/model/messages/reading.ts";
import { search } from "../../preload/model/messages/search.ts";
import { settings } from "../../preload/model/messages/settings.ts";
import { sayCode } from "../../preload/model/messages.ts";

const groups: Readonly<Record<string, Readonly<Record<string, { zh: unknown; en: unknown }>>>> = {
  bookmarks,
  commandLine,
  errors,
  importing,
  library,
  menus,
  reading,
  search,
  settings,
};

const pairs = Object.values(groups).flatMap((group) => Object.entries(group));

/** Answers any parameter with its own name: a sentence must show it or count with it. */
const anyParameters: Record<string, unknown> = new Proxy(
  {},
  { get: (_, name) => (name === "count" ? 2 : String(name)) },
);

function sentence(side: unknown): string {
  return typeof side === "function" ? String(side(anyParameters)) : String(side);
}

describe("the sentences", () => {
  it("have their own code each, across all groups", () => {
    const codes = pairs.map(([code]) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it("are there in both languages, neither empty nor half of one kind", () => {
    for (const [code, { zh, en }] of pairs) {
      expect(typeof zh, code).toBe(typeof en);
      expect(sentence(zh).trim(), code).not.toBe("");
      expect(sentence(en).trim(), code).not.toBe("");
      expect(sentence(zh), code).not.toMatch(/undefined|\[object/);
      expect(sentence(en), code).not.toMatch(/undefined|\[object/);
    }
  });

  it("use no half-width punctuation beside Han characters in Chinese", () => {
    for (const [code, { zh }] of pairs) {
      expect(sentence(zh), code).not.toMatch(/\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u);
    }
  });

  it("say a code that no one knows as it is, rather than nothing", () => {
    expect(sayCode("zh-CN", "no-such-code", {})).toBe("no-such-code");
  });
});

describe("What cannot be read", () => {
  it.each([
    ["表.xlsx", "PDF"],
    ["表.et", "PDF"],
    ["汇报.pptx", "PDF"],
    ["通知.rtf", "docx"],
    ["通知.wps", "docx"],
    ["通知.docx", "扩展名不符"],
    ["通知.odt", "docx"],
    ["文件.ceb", "PDF"],
    ["其他.xyz", "docx"],
  ])("is told how to become readable: %s", (path, advice) => {
    expect(sayCode("zh-CN", "unsupported-format", { path })).toContain(advice);
    expect(sayCode("en", "unsupported-format", { path })).toContain(path);
  });
});
