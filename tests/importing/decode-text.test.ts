import { describe, expect, test } from "vitest";
import { decodeText } from "../../main/importing/decode-text.ts";

const simplified =
  "本报讯（记者 王小明）3月5日，全县春耕生产现场会在城关镇召开，各乡镇负责人参加了会议。会议要求抓住农时，备足种子和化肥。\r\n";
/** Written out, since nothing in Node encodes to these. */
const gb18030Text = "今年全县春耕备耕工作正在有序进行，小麦长势良好。各乡镇组织农技人员下田指导。";
const gb18030 = Buffer.from(
  "bdf1c4eac8abcfd8b4bab8fbb1b8b8fbb9a4d7f7d5fdd4dad3d0d0f2bdf8d0d0a3acd0a1c2f3b3a4cac6c1bcbac3a1a3b8f7cfe7d5f2d7e9d6afc5a9bcbcc8cbd4b1cfc2ccefd6b8b5bca1a3",
  "hex",
);
const big5Text = "今年全縣春耕備耕工作正在有序進行，小麥長勢良好。各鄉鎮組織農技人員下田指導，確保糧食豐收。";
const big5 = Buffer.from(
  "a4b5a67ea5febfa4ac4bafd1b3c6afd1a475a740a5bfa662a6b3a7c7b669a6e6a141a470b3c1aaf8b6d5a87da66ea143a655b66dc2edb2d5c2b4b941a7dea448adfba455a5d0abfcbec9a141bd54ab4fc2b3adb9c2d7a6aca143",
  "hex",
);

describe("decodeText", () => {
  test("reads UTF-8 with and without a mark, and takes the mark off", () => {
    expect(decodeText(Buffer.from(simplified))).toEqual({ text: simplified, encoding: "utf-8", damaged: 0 });
    expect(decodeText(Buffer.from(`\uFEFF${simplified}`)).text).toBe(simplified);
  });

  test("reads UTF-16 of either order, with and without a mark", () => {
    const little = Buffer.from(simplified, "utf16le");
    const big = Buffer.from(little).swap16();
    expect(decodeText(little)).toMatchObject({ text: simplified, encoding: "utf-16le" });
    expect(decodeText(big)).toMatchObject({ text: simplified, encoding: "utf-16be" });
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), little])).text).toBe(simplified);
    expect(decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), big])).text).toBe(simplified);
  });

  test("keeps the rest of a UTF-8 text with a broken byte in the middle, and counts the damage", () => {
    const bytes = Buffer.from(simplified);
    const broken = Buffer.concat([bytes, Buffer.from([0xe4, 0xff]), bytes]);
    const { text, encoding, damaged } = decodeText(broken);
    expect(encoding).toBe("utf-8");
    expect(damaged).toBe(2);
    expect(text).toBe(`${simplified}\uFFFD\uFFFD${simplified}`);
  });

  test("tells GB18030 and Big5 apart where the file states nothing", () => {
    expect(decodeText(gb18030)).toEqual({ text: gb18030Text, encoding: "gb18030", damaged: 0 });
    expect(decodeText(big5)).toEqual({ text: big5Text, encoding: "big5", damaged: 0 });
  });

  test("believes a declared charset only where the bytes agree", () => {
    expect(decodeText(gb18030, { declared: "gb2312" }).encoding).toBe("gb18030");
    expect(decodeText(gb18030, { declared: "utf-8" }).encoding).toBe("gb18030");
    expect(decodeText(Buffer.from(simplified), { declared: "gb2312" }).text).toBe(simplified);
    expect(decodeText(gb18030, { declared: "no-such-charset" }).encoding).toBe("gb18030");
  });

  test("obeys an encoding chosen by hand, even a wrong one", () => {
    expect(decodeText(Buffer.from("caf\xe9", "latin1"), { encoding: "windows-1252" }).text).toBe("café");
    expect(decodeText(gb18030, { encoding: "big5" }).encoding).toBe("big5");
  });
});
