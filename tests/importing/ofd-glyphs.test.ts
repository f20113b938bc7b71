import { describe, expect, test } from "vitest";
import { charactersOf, clustersOf, stepCounts, transformsOf } from "../../main/importing/ofd/clusters.ts";
import { ofdReader } from "../../main/importing/ofd/ofd-reader.ts";
import { parseXml } from "../../main/importing/ofd/xml.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { makeOfd } from "./make-ofd.ts";

/** What is read of one text object: `transforms` before the code, `steps` between its glyphs. */
async function textOf(code: string, steps: string, transforms = ""): Promise<string> {
  const object = `<ofd:TextObject ID="1" Boundary="30 60 150 6" Font="3" Size="5">${transforms}
    <ofd:TextCode X="0" Y="5" DeltaX="${steps}">${code}</ofd:TextCode></ofd:TextObject>`;
  const { articles } = await ofdReader.read({
    name: "",
    bytes: makeOfd([object]),
    beside: () => ({ refused: "missing" }),
  });
  return articles.map(({ article }) => articleText(article).text).join("\n");
}

const transform = (start: number, count: number, glyphs: number) =>
  `<ofd:CGTransform CodePosition="${start}" CodeCount="${count}" GlyphCount="${glyphs}"><ofd:Glyphs>${"7 ".repeat(glyphs)}</ofd:Glyphs></ofd:CGTransform>`;

describe("glyphs that stand for several characters", () => {
  // Widths of a face with serifs; the ligature fi is one glyph.
  const steps = "2.5 1.4 2.78 2.5 1.4 2.5 2.5 2.5";

  test("take one step, so that no letter after them is set apart", async () => {
    expect(await textOf("offinance", "2.5 1.4 2.78 2.5 2.5 2.5 2.2", transform(2, 2, 1))).toBe("offinance");
    expect(await textOf("ofinances", steps, transform(1, 2, 1))).toBe("ofinances");
  });

  test("a character of several glyphs takes the steps of all of them", async () => {
    expect(await textOf("丁春耕备耕", "1 1 3 5 5 5", transform(0, 1, 3))).toBe("丁春耕备耕");
  });

  test("a wide gap after one is a gap", async () => {
    const far = await textOf("fine耕地", "2.78 2.5 2.2 30 5", transform(0, 2, 1));
    expect(far).toBe("fine 耕地");
  });

  test("a transform of no sense does no harm", async () => {
    const made = (attributes: string) => `<ofd:CGTransform ${attributes}/>`;
    for (const attributes of [
      'CodePosition="0" CodeCount="999999999" GlyphCount="1"',
      'CodePosition="0" CodeCount="1" GlyphCount="999999999"',
      'CodePosition="-5" CodeCount="-1" GlyphCount="-1"',
      'CodePosition="x" CodeCount="NaN" GlyphCount=""',
    ]) {
      expect(await textOf("春耕备耕", "g 3 5", made(attributes))).toBe("春耕备耕");
    }
  });
});

describe("the count of steps", () => {
  const clusters = (xml: string, text: string) => {
    const root = parseXml(`<o>${xml.replaceAll("ofd:", "")}</o>`)?.root;
    if (root === undefined) throw new Error("no element");
    return clustersOf(charactersOf(text), 0, transformsOf(root));
  };

  test("is the glyphs', unless it is that of the characters or of those that are seen as one", () => {
    const ligature = clusters(transform(0, 2, 1), "fine");
    expect(ligature.map(({ text }) => text)).toEqual(["fi", "n", "e"]);
    expect(stepCounts(ligature, 2)).toEqual([1, 1, 1]);
    expect(stepCounts(ligature, 3)).toEqual([2, 1, 1]);
    const accented = clusters("", "e\u0301a");
    expect(stepCounts(accented, 2)).toEqual([2, 1]);
    expect(stepCounts(accented, 1)).toEqual([1, 1]);
    const rare = clusters("", "𠀀𠀁");
    expect(stepCounts(rare, 1)).toEqual([1, 1]);
    expect(stepCounts(rare, 3)).toEqual([2, 2]);
  });

  test("leaves as many glyphs as characters one for each", () => {
    expect(clusters(transform(0, 3, 3), "春耕了").map(({ text }) => text)).toEqual(["春", "耕", "了"]);
  });
});

test("what pretty printing leaves around a text is none of it, and what is escaped in it is", () => {
  expect(charactersOf("\n        春 耕\n    ").join("")).toBe("春 耕");
  expect(charactersOf("  春\r\n\t耕").join("")).toBe("  春耕");
  expect(charactersOf("春\\3000耕\\0020a").join("")).toBe("春\u3000耕 a");
  expect(charactersOf("C:\\2020年\\报表").join("")).toBe("C:\\2020年\\报表");
});
