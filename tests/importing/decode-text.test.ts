import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, isWideText } from "../../main/importing/decode-text.ts";
import { isText } from "../../main/importing/signatures.ts";
import { encode } from "./encode-text.ts";

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
    expect(decodeText(Buffer.from(simplified))).toEqual({
      text: simplified,
      encoding: "utf-8",
      damaged: 0,
      unsure: false,
    });
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

  test("reads UTF-32 of either order, with and without a mark", () => {
    const big = Buffer.from(
      [...simplified].flatMap((character) => {
        const point = character.codePointAt(0) ?? 0;
        return [0, point >> 16, (point >> 8) & 0xff, point & 0xff];
      }),
    );
    const little = Buffer.from(big).swap32();
    for (const bytes of [big, little, Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), little])]) {
      expect(decodeText(bytes)).toMatchObject({ text: simplified, damaged: 0, unsure: false });
      expect(isWideText(bytes)).toBe(true);
    }
  });

  test("reads HZ, and other texts that hold its signs as they stand", () => {
    const hz = Buffer.concat([
      Buffer.from("~{"),
      Buffer.from(gb18030.map((byte) => byte & 0x7f)),
      Buffer.from("~}"),
    ]);
    expect(decodeText(Buffer.concat([Buffer.from("a~~b "), hz, Buffer.from("\n")])).text).toBe(
      `a~b ${gb18030Text}\n`,
    );
    expect(decodeText(Buffer.from("x = ~{ab~} y~~z\n")).text).toBe("x = ~{ab~} y~~z\n");
  });

  test("reads ISO-2022-CN, and counts what stands in its other sets as damage", () => {
    const seven = Buffer.from(gb18030.map((byte) => byte & 0x7f)).toString("latin1");
    const line = (set: string) => Buffer.from(`a \x1b$)${set}\x0e${seven}\x0f b\n`, "latin1");
    const read = (bytes: Uint8Array) => decodeText(bytes);
    expect(read(line("A")).text).toBe(`a ${gb18030Text} b\n`);
    // The shift ends with the line, and behind ESC $ A there is none.
    expect(read(Buffer.from(`\x1b$)A\x0e${seven}\n12`, "latin1")).text).toBe(`${gb18030Text}\n12`);
    expect(read(Buffer.from(`\x1b$A${seven}\x1b(B12`, "latin1")).text).toBe(`${gb18030Text}12`);
    const other = read(line("G"));
    expect(other.damaged).toBe(seven.length / 2);
    expect(other.text).toBe(`a ${"\uFFFD".repeat(seven.length / 2)} b\n`);
    expect(read(Buffer.from("price \x1b[1m$)A\x1b[0m\n")).text).toBe("price \x1b[1m$)A\x1b[0m\n");
    expect(isText(line("A"))).toBe(true);
    expect(isText(Buffer.from(`${"\x0e\x0f".repeat(9)}abc`))).toBe(false);
  });

  test.each([
    "log \x1b[31mbad\x1b[0m, then \x1b(B here \x1b$B and more text.\n",
    "\x1b$)A names GB2312 and \x1b$)G a set of Taiwan.\n",
    "shift \x1b$)A\x0ezqzq\x0f in\n",
  ])("leaves a terminal's signs that switch to no text as they stand: %j", (text) => {
    expect(decodeText(Buffer.from(text, "latin1")).text).toBe(text);
  });

  test("reads ISO-2022-JP", () => {
    const bytes = Buffer.from("a \x1b$B$3$s$K$A$O\x1b(B b", "latin1");
    expect(decodeText(bytes).text).toBe("a こんにちは b");
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
    expect(decodeText(gb18030)).toEqual({
      text: gb18030Text,
      encoding: "gb18030",
      damaged: 0,
      unsure: false,
    });
    expect(decodeText(big5)).toEqual({ text: big5Text, encoding: "big5", damaged: 0, unsure: false });
  });

  test("takes UTF-8 that says it is UTF-8 for that, however little of it is beyond ASCII", () => {
    for (const text of ["<t>a\u00A0b</t>", "<t>continues\u0085</t>", "<t>中国</t>", "<t>5\u00A0€ é</t>"]) {
      expect(decodeText(Buffer.from(text), { declared: "UTF-8" })).toMatchObject({ text, encoding: "utf-8" });
    }
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

  test("reads UTF-16 of nothing but Han, which has no byte to show it", () => {
    const text = "全县春耕备耕工作正在有序进行";
    expect(decodeText(encode(text, "utf-16le"))).toMatchObject({ text, encoding: "utf-16le", unsure: false });
    expect(decodeText(encode(text, "utf-16be"))).toMatchObject({ text, encoding: "utf-16be", unsure: false });
    expect(isWideText(encode(text, "gbk"))).toBe(false);
  });

  test.each(["通知", "联通", "会议纪要", "正文", "2021年工作总结", "关于召开会议的通知", "春耕。"])(
    "reads a few bytes of GBK: %s",
    (text) => {
      expect(decodeText(encode(text, "gbk"))).toMatchObject({ text, encoding: "gb18030", damaged: 0 });
    },
  );

  test("tells a guess that little speaks for", () => {
    expect(decodeText(encode("文", "big5")).unsure).toBe(true);
    expect(decodeText(encode(simplified, "gbk")).unsure).toBe(false);
    expect(decodeText(encode("文", "big5"), { encoding: "big5" }).unsure).toBe(false);
    expect(decodeText(Buffer.from("plain words")).unsure).toBe(false);
  });

  test("reads each line of two files joined into one as what it is, and says that it guessed", () => {
    const joined = Buffer.concat([
      encode(simplified.repeat(3), "utf-8"),
      encode(gb18030Text.repeat(3), "gbk"),
    ]);
    expect(decodeText(joined)).toMatchObject({
      text: simplified.repeat(3) + gb18030Text.repeat(3),
      damaged: 0,
      unsure: true,
    });
  });

  test("looks behind a long preface without a Chinese character", () => {
    const text = `${"Licence text of the file.\n".repeat(5000)}${big5Text}`;
    expect(decodeText(encode(text, "big5"))).toMatchObject({ text, encoding: "big5" });
  });

  test("a declaration of an encoding that would strew nonsense is not believed", () => {
    expect(decodeText(encode(big5Text, "big5"), { declared: "euc-kr" }).text).toBe(big5Text);
  });

  const sentences = [
    ...[
      simplified,
      gb18030Text,
      "各科室要高度重视，明确专人负责，于2021年3月15日前将落实情况报县政府办公室。",
    ],
    ...[
      "（一）加强组织领导。成立由主要负责同志任组长的工作专班，统筹推进各项任务。",
      "联系人：李梅，电话：0563-1234567。",
    ],
    ...[
      "会议听取了上半年经济运行情况的汇报，研究部署下一阶段重点工作。",
      "截至6月底，全县完成投资12.6亿元，同比增长8.5%。",
    ],
  ];

  test.each(["gbk", "big5", "utf-8", "utf-16le", "utf-16be"] as const)(
    "whatever the text, 200 characters come back from %s as they were, without a doubt",
    (encoding) => {
      const stock =
        encoding === "big5"
          ? [
              big5Text,
              "會議聽取了上半年經濟運行情況的彙報，研究部署下一階段重點工作。",
              "聯絡人：李梅，電話：0563-1234567。",
            ]
          : sentences;
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...stock), { minLength: 12, maxLength: 40 }), (chosen) => {
          const text = chosen.join("");
          const { unsure, ...read } = decodeText(encode(text, encoding));
          expect(read).toEqual({ text, encoding: encoding === "gbk" ? "gb18030" : encoding, damaged: 0 });
          expect(unsure).toBe(false);
        }),
        { numRuns: 60 },
      );
    },
  );

  test("lists of names, in which hardly a character is common, are known by their bytes", () => {
    const gbk = new TextDecoder("gbk");
    const character = fc
      .tuple(fc.integer({ min: 0xb0, max: 0xd6 }), fc.integer({ min: 0xa1, max: 0xfe }))
      .map((pair) => gbk.decode(Uint8Array.of(...pair)));
    const name = fc.array(character, { minLength: 2, maxLength: 3 }).map((characters) => characters.join(""));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 70, maxLength: 90 }), (names) => {
        const text = names.join("、");
        expect(decodeText(encode(text, "gbk")).text).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  test("what hardly any character of is common is told to be a guess", () => {
    // Korean in EUC-KR consists of the bytes of usual Han.
    const korean = Buffer.from(
      "c7d1b1b9beee20b9aec0e5c0d4b4cfb4d92e20bfc0b4c3c0ba20b3afbebeb0a120c1c1bdc0b4cfb4d92e20bfecb8aeb4c220c8b8c0c7b8a620c7dfbdc0b4cfb4d92e",
      "hex",
    );
    expect(decodeText(korean).unsure).toBe(true);
  });

  test("any bytes become text, one character a byte at most", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(decodeText(bytes).text.length).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 500 },
    );
  });
});
