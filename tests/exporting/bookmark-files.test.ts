import { describe, expect, it } from "vitest";
import { annotationEntries, annotationPage, readAnnotation } from "../../main/exporting/annotations.ts";
import { commaSeparated } from "../../main/exporting/comma-separated.ts";
import type { ExportStyle } from "../../main/exporting/excerpt.ts";
import { grouped } from "../../main/exporting/grouping.ts";
import { markdown } from "../../main/exporting/markdown.ts";
import { wordDocument } from "../../main/exporting/word.ts";
import { failureOf } from "../library/temporary-library.ts";
import { bookmark } from "./sample-bookmarks.ts";
import { unzipped } from "./unzipped.ts";

const style: ExportStyle = { language: "zh-CN", citationFormat: "office", grouping: "article" };
const cited = "《示例日报》2021年2月5日第3版《春耕现场会》";
const changed = bookmark({
  id: 2,
  quote: "三十万亩",
  state: "changed",
  anchor: { revision: 2, start: 40, end: 45, quote: "三十二万亩", prefix: "", suffix: "" },
});

/** The text of each paragraph, with its style. */
function paragraphsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => {
    const styled = /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1];
    const text = [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, run]) => run).join("");
    return styled === undefined ? text : `${styled}: ${text}`;
  });
}

describe("A group of excerpts", () => {
  const inTags = [
    bookmark({ id: 1, tags: ["乙"] }),
    bookmark({ id: 2, tags: [] }),
    bookmark({ id: 3, tags: ["甲", "乙"] }),
  ];

  it("is a tag, under which each of its bookmarks stands; those without one come last", () => {
    expect(
      grouped(inTags, "tag").map(({ title, bookmarks }) => [title, ...bookmarks.map(({ id }) => id)]),
    ).toEqual([
      ["乙", 1, 3],
      ["甲", 3],
      ["", 2],
    ]);
  });

  it("is an article, of which two may bear one title", () => {
    const two = [bookmark({ article: 1 }), bookmark({ article: 2 }), bookmark({ article: 1 })];
    expect(grouped(two, "article").map(({ bookmarks }) => bookmarks.length)).toEqual([2, 1]);
  });
});

describe("A Word document", () => {
  it("holds excerpts, citations, notes and changes under the headings of their groups", async () => {
    const noted = bookmark({ quote: "第一段\n第二段", note: "核对<b>数据</b>\n再看" });
    const xml = unzipped(await wordDocument([noted, changed], style), "word/document.xml");
    expect(paragraphsOf(xml)).toEqual([
      "Title: 标注",
      "Heading1: 春耕现场会",
      "第一段",
      `第二段（${cited}）`,
      "批注：核对&lt;b&gt;数据&lt;/b&gt;",
      "再看",
      `三十万亩（${cited}）`,
      "原文有改动：三十二万亩",
    ]);
  });

  it("is well-formed whatever control characters a text holds", async () => {
    const xml = unzipped(
      await wordDocument([bookmark({ quote: "甲\u0000\u000b乙\uffff", note: "&\u001b<" })], style),
      "word/document.xml",
    );
    expect(paragraphsOf(xml).slice(2)).toEqual([`甲乙（${cited}）`, "批注：&amp;&lt;"]);
  });
});

describe("A CSV table", () => {
  const lines = (text: string) => text.split("\r\n");

  it("begins with a byte order mark and has a row for each bookmark", () => {
    const text = commaSeparated([bookmark({ note: "核对", tags: ["甲", "乙"] })], style);
    expect(text.startsWith("\uFEFF摘录,")).toBe(true);
    expect(lines(text)[1]).toMatch(
      /^在城关镇召开,在城关镇召开,原文未变,核对,甲、乙,红,春耕现场会,示例日报,2021-02-05,3,《示例日报》.*,2026-11-23 \d\d:00$/,
    );
    expect(text.endsWith("\r\n")).toBe(true);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "\t=1"])("runs no formula: %j", (note) => {
    expect(commaSeparated([bookmark({ note })], style)).toContain(`,'${note},`);
  });

  it("quotes what holds commas, quotes and line feeds", () => {
    expect(commaSeparated([bookmark({ quote: '甲,"乙"\n丙', note: "" })], style)).toContain(
      '"甲,""乙""\n丙",',
    );
  });
});

describe("Markdown", () => {
  it("quotes excerpts and lets nothing of a text become markup", () => {
    const hostile = bookmark({ quote: "# 甲 <script>\n- 乙 [丙](x)", note: "*重* 1. 丁" });
    expect(markdown([hostile], style)).toBe(
      [
        "# 标注",
        "## 春耕现场会",
        "> \\# 甲 \\<script\\>\n>\n> \\- 乙 \\[丙\\](x)",
        "批注：\\*重\\* 1. 丁",
        `— ${cited}\n`,
      ].join("\n\n"),
    );
  });
});

describe("A file of annotations", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const entriesOf = (text: string) => annotationEntries(bytes(text), "甲.jsonld");

  it("always holds quote, place and source, as W3C names them", () => {
    const page = JSON.parse(annotationPage([changed]));
    expect(page).toMatchObject({
      "@context": ["http://www.w3.org/ns/anno.jsonld", {}],
      type: "AnnotationPage",
    });
    expect(page.items[0]).toMatchObject({
      type: "Annotation",
      target: {
        source: { id: "urn:uuid:745e28fd-731b-4a69-a70a-5cbfdd3fadd7", "antou:title": "春耕现场会" },
        selector: [
          { type: "TextPositionSelector", start: 9, end: 13 },
          { type: "TextQuoteSelector", exact: "三十二万亩" },
        ],
      },
      "antou:marked": "三十万亩",
    });
  });

  it("is read as it was written", () => {
    const written = bookmark({ note: "<img src=x onerror=alert(1)>", tags: ["甲", "乙"] });
    expect(entriesOf(annotationPage([written])).map(readAnnotation)).toEqual([
      {
        uuid: written.uuid,
        article: {
          ...{ uuid: written.articleUuid, sha256: written.sha256, part: "", title: "春耕现场会" },
          ...{ publication: "示例日报", issuedOn: "2021-02-05" },
        },
        position: written.position,
        quote: written.quote,
        markedQuote: null,
        prefix: "现场会",
        suffix: "，部署",
        color: "red",
        note: "<img src=x onerror=alert(1)>",
        tags: ["甲", "乙"],
        createdAt: written.createdAt,
      },
    ]);
  });

  it("of another program is read as far as it speaks of passages", () => {
    const foreign = {
      type: "Annotation",
      id: "http://example.org/1",
      body: { type: "TextualBody", value: "批" },
      target: { source: "urn:uuid:745e28fd-731b-4a69-a70a-5cbfdd3fadd7", selector: { exact: "甲" } },
    };
    expect(entriesOf(JSON.stringify(foreign)).map(readAnnotation)).toEqual([
      expect.objectContaining({ uuid: null, quote: "甲", note: "批", color: "yellow", position: null }),
    ]);
  });

  it.each(["", "{", "[1", "42", '"甲"', "null", '{"type":"FeatureCollection","features":[]}', "\u0000"])(
    "that is none is said to be none: %j",
    (text) => {
      expect(failureOf(() => entriesOf(text))).toEqual({
        code: "not-annotations",
        parameters: { path: "甲.jsonld" },
      });
    },
  );

  it("that is no UTF-8 is said to be none", () => {
    expect(failureOf(() => annotationEntries(Uint8Array.of(0xff, 0xfe, 0x41), "甲"))?.code).toBe(
      "not-annotations",
    );
  });

  it.each([
    1,
    null,
    [],
    {},
    { type: "Annotation" },
    { type: "Annotation", target: { selector: { exact: "" } } },
  ])("may hold an entry that is no annotation: %j", (entry) => {
    expect(readAnnotation(entry)).toBeNull();
  });
});
