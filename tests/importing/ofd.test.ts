import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reading } from "../../main/importing/format.ts";
import { recogniseFormat } from "../../main/importing/formats.ts";
import { ofdReader } from "../../main/importing/ofd/ofd-reader.ts";
import type { Block } from "../../preload/model/article.ts";
import { articleText, inlineText } from "../../preload/model/article-text.ts";
import { importErrorCodes } from "../../preload/model/import-report.ts";
import { FailureError } from "../../preload/model/result.ts";
import type { OfdLine } from "./make-ofd.ts";
import { glyphs, line, makeOfd } from "./make-ofd.ts";
import { png } from "./sample-pictures.ts";

async function readOfd(bytes: Uint8Array, name = "公文.ofd"): Promise<Reading> {
  return ofdReader.read({ name, bytes, beside: () => ({ refused: "missing" }) });
}

async function blocksOf(bytes: Uint8Array): Promise<readonly Block[]> {
  const { articles } = await readOfd(bytes);
  return articles[0]?.article.body ?? [];
}

/** Texts of its blocks, a heading with its level before it. */
async function outlined(bytes: Uint8Array): Promise<readonly string[]> {
  return (await blocksOf(bytes)).flatMap((block) => {
    if (block.type === "heading") return [`${block.level} ${inlineText(block.content)}`];
    return block.type === "paragraph" ? [inlineText(block.content)] : [block.type];
  });
}

const lines = (...all: readonly OfdLine[]) => all.map(line).join("");

/** Two paragraphs, each of two lines: set in by two characters, the first line full. */
const paragraphs: readonly OfdLine[] = [
  { x: 40, y: 60, text: "为切实做好春季农业生产工作，现将有关事项通知" },
  { x: 30, y: 70, text: "如下。" },
  { x: 40, y: 80, text: "各村要在三月底以前完成备耕，保证种子、化肥和" },
  { x: 30, y: 90, text: "农机具到位。" },
];
const texts = [
  "为切实做好春季农业生产工作，现将有关事项通知如下。",
  "各村要在三月底以前完成备耕，保证种子、化肥和农机具到位。",
];

describe("text", () => {
  test("a date set in the middle below who signs is a line of its own", async () => {
    const signed = [
      { x: 100, y: 110, text: "东山县农业农村局办公室" },
      { x: 111, y: 120, text: "2021年3月10日" },
    ];
    expect(await outlined(makeOfd([lines(...paragraphs, ...signed)]))).toEqual([
      ...texts,
      ...signed.map(({ text }) => text),
    ]);
  });

  test("lines become paragraphs, joined without spaces", async () => {
    expect(await outlined(makeOfd([lines(...paragraphs)]))).toEqual(texts);
  });

  test("the same from one glyph an object, drawn in any order", async () => {
    expect(await outlined(makeOfd([paragraphs.map(glyphs).join("")]))).toEqual(texts);
  });

  test("from objects that are scaled, with steps that are shortened", async () => {
    const scaled = `<ofd:TextObject ID="1" Boundary="40 55 100 6" Font="3" Size="50" CTM="0.1 0 0 0.1 0 0">
      <ofd:TextCode X="0" Y="50" DeltaX="g 5 50">春季农业生产</ofd:TextCode></ofd:TextObject>`;
    expect(await outlined(makeOfd([scaled]))).toEqual(["春季农业生产"]);
  });

  test("a fixed step under letters of any width cuts no word", async () => {
    const text = "使用OFD Reader&Writer打开illicit文件";
    expect(await outlined(makeOfd([lines({ x: 30, y: 60, text })]))).toEqual([text]);
  });

  test("large letters are the title and headings", async () => {
    const page = lines(
      { x: 60, y: 40, size: 9, text: "关于春耕的通知" },
      ...paragraphs.slice(0, 2),
      { x: 30, y: 82, size: 7, text: "备耕要求" },
      ...paragraphs.slice(2).map((one) => ({ ...one, y: one.y + 12 })),
    );
    const { articles } = await readOfd(makeOfd([page]));
    expect(articles[0]?.article.title).toBe("关于春耕的通知");
    expect(await outlined(makeOfd([page]))).toEqual([texts[0], "1 备耕要求", texts[1]]);
  });

  test("text that is not shown stays out, unless the page has no other", async () => {
    const hidden = line({ x: 30, y: 120, text: "看不见的文字", more: 'Visible="false"' });
    const clear = line({ x: 30, y: 130, text: "透明的文字", children: '<ofd:FillColor Alpha="0"/>' });
    expect(await outlined(makeOfd([lines(...paragraphs) + hidden + clear]))).toEqual(texts);
    expect(await outlined(makeOfd([hidden]))).toEqual(["看不见的文字"]);
  });

  test("text in no colour over letters drawn as shapes, or over a scan, is read; over seen text it is not", async () => {
    const clear = (one: OfdLine) => line({ ...one, children: '<ofd:FillColor Alpha="0"/>' });
    const title = { x: 60, y: 40, text: "写成图形的标题" };
    const shape = (high: number) =>
      `<ofd:PathObject ID="3" Boundary="58 35 60 ${high}" Fill="true"><ofd:AbbreviatedData>M 0 0 L 40 6 C</ofd:AbbreviatedData></ofd:PathObject>`;
    const page = lines(...paragraphs);
    expect(await outlined(makeOfd([page + shape(7) + clear(title)]))).toEqual([title.text, ...texts]);
    expect(await outlined(makeOfd([page + shape(90) + clear(title)]))).toEqual(texts);
    const doubled = paragraphs.map((one) => clear({ ...one, y: one.y + 0.5 })).join("");
    const ground = '<ofd:ImageObject ID="6" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="5"/>';
    const below = { x: 30, y: 150, text: "由扫描识别的文字" };
    const withGround = await outlined(makeOfd([page + ground + doubled + clear(below)]));
    expect(withGround.filter((text) => text !== "figure")).toEqual([...texts, below.text]);
  });

  test("a text that does not say how large it is is read all the same", async () => {
    const object =
      '<ofd:TextObject ID="1" CTM="1 0 0 1 30 60"><ofd:TextCode>没有字号的文字</ofd:TextCode></ofd:TextObject>';
    expect(await outlined(makeOfd([object]))).toEqual(["没有字号的文字"]);
  });

  test("text within blocks and shared drawings is read", async () => {
    const block = `<ofd:PageBlock ID="5"><ofd:PageBlock ID="6">${line({ x: 30, y: 60, text: "在页块之中" })}</ofd:PageBlock></ofd:PageBlock>`;
    const drawing = `<ofd:CompositeObject ID="8" Boundary="0 0 210 297" ResourceID="70"/>`;
    const resources = `<ofd:Res xmlns:ofd="x"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="70" Width="210" Height="297">
      <ofd:Content>${line({ x: 30, y: 80, text: "在图元之中" })}${drawing}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`;
    const made = makeOfd([block + drawing], {
      common: "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>",
      files: { "Doc_0/Res.xml": resources },
    });
    expect(await outlined(made)).toEqual(["在页块之中", "在图元之中"]);
  });
});

describe("pages", () => {
  const long = Array.from({ length: 5 }, (_, index) =>
    lines({ x: 80, y: 15, text: "春耕简报" }, ...paragraphs, { x: 95, y: 285, text: `— ${index + 1} —` }),
  );

  test("running heads and page numbers go, and each page is marked", async () => {
    const blocks = await blocksOf(makeOfd(long));
    const marks = blocks.flatMap((block) =>
      "content" in block ? block.content.flatMap((one) => (one.type === "page-mark" ? [one.page] : [])) : [],
    );
    expect(marks).toEqual(["1", "2", "3", "4", "5"]);
    const { articles } = await readOfd(makeOfd(long));
    const text = articles[0] === undefined ? "" : articleText(articles[0].article).text;
    expect(text).not.toContain("春耕简报");
    expect(text).not.toContain("—");
  });

  test("a mark of classification at every page's head is told", async () => {
    const page = lines({ x: 30, y: 15, text: "秘密★5年" }, ...paragraphs);
    const { articles } = await readOfd(makeOfd([page, page, page]));
    expect(articles[0]?.headLines).toContain("秘密★5年");
  });

  test("what stands on a page's template is read with the page", async () => {
    const template = `<ofd:Page xmlns:ofd="x"><ofd:Content><ofd:Layer ID="1">${line({ x: 30, y: 50, text: "姓名：" })}</ofd:Layer></ofd:Content></ofd:Page>`;
    const made = makeOfd([lines(...paragraphs)], {
      common: '<ofd:TemplatePage ID="44" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
      files: {
        "Doc_0/Tpls/Tpl_0/Content.xml": template,
        "Doc_0/Pages/Page_0/Content.xml": `<ofd:Page xmlns:ofd="x"><ofd:Template TemplateID="44"/><ofd:Content><ofd:Layer>${lines(...paragraphs)}</ofd:Layer></ofd:Content></ofd:Page>`,
      },
    });
    expect(await outlined(made)).toEqual(["姓名：", ...texts]);
  });

  test("a page that is lost is warned of, and the others are read", async () => {
    const made = makeOfd([lines(...paragraphs)], {
      files: {
        "Doc_0/Document.xml": `<Document><Pages><Page BaseLoc="Pages/Page_7/Content.xml"/><Page BaseLoc="Pages/Page_0/Content.xml"/></Pages></Document>`,
      },
    });
    expect((await readOfd(made)).warnings.map(({ code }) => code)).toEqual(["warning.damaged-document"]);
    expect(await outlined(made)).toEqual(texts);
  });
});

describe("the package", () => {
  test("other prefixes, paths from the root and in other letter cases are followed", async () => {
    expect(
      await outlined(makeOfd([lines(...paragraphs)], { prefix: "o", root: "/DOC_0\\document.XML" })),
    ).toEqual(texts);
  });

  test("is recognised by its content under any name that is no other document's", () => {
    const made = makeOfd([lines(...paragraphs)]);
    for (const name of ["公文.ofd", "公文", "公文.zip"]) {
      expect(recogniseFormat(made, name)).toMatchObject({ name: "ofd" });
    }
  });

  test("says its title, author and date, unless a program wrote them", async () => {
    const stated = (info: string) => readOfd(makeOfd([lines(...paragraphs)], { info }));
    const [said] = (
      await stated(
        "<ofd:Title>春耕的通知</ofd:Title><ofd:Author>农业农村局</ofd:Author><ofd:CreationDate>2021-02-05</ofd:CreationDate>",
      )
    ).articles;
    expect(said?.article).toMatchObject({
      title: "春耕的通知",
      byline: "农业农村局",
      issuedOn: "2021-02-05",
    });
    const [written] = (
      await stated(
        "<ofd:Title>文档1.docx</ofd:Title><ofd:Author>WPS_1634086482</ofd:Author><ofd:CreationDate>D:20220708103442+02'34'</ofd:CreationDate>",
      )
    ).articles;
    expect(written?.article).toMatchObject({ title: "公文", byline: "", issuedOn: "2022-07-08" });
    const custom =
      '<ofd:CustomDatas><ofd:CustomData Name="标题">定名的通知</ofd:CustomData><ofd:CustomData Name="成文日期">2020年1月3日</ofd:CustomData></ofd:CustomDatas>';
    const [kept] = (await stated(custom)).articles;
    expect(kept?.article).toMatchObject({ title: "定名的通知", issuedOn: "2020-01-03" });
  });

  test("the day on which its file was made is not the day of a document that bears a date", async () => {
    const page = lines(...paragraphs, { x: 120, y: 110, text: "2021年2月5日" });
    const { articles } = await readOfd(
      makeOfd([page], { info: "<ofd:CreationDate>2024-07-15</ofd:CreationDate>" }),
    );
    expect(articles[0]?.article.issuedOn).toBe(null);
  });

  test("declares entities in vain", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "笑"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <Page><Content><Layer>${line({ x: 30, y: 60, text: "前" }).replace(">前<", ">前&b;&f;后<").replaceAll("ofd:", "")}</Layer></Content></Page>`;
    expect(await outlined(makeOfd([""], { files: { "Doc_0/Pages/Page_0/Content.xml": bomb } }))).toEqual([
      "前后",
    ]);
  });

  test("that is encrypted says so", async () => {
    const made = makeOfd([""], {
      root: "Doc_9/Document.xml",
      files: { "Encryptions.xml": "<Encryptions/>" },
    });
    await expect(readOfd(made)).rejects.toMatchObject({ failure: { code: "encrypted" } });
  });
});

/** A page that is black by default, without anything on it. */
function blackJbig2(width: number, height: number, sequential: boolean): Buffer {
  const page = Buffer.alloc(19);
  page.writeUInt32BE(width, 0);
  page.writeUInt32BE(height, 4);
  page[16] = 0b100;
  const segments = [
    { type: 48, page: 1, data: page },
    { type: 49, page: 1, data: Buffer.alloc(0) },
    { type: 51, page: 0, data: Buffer.alloc(0) },
  ];
  const headers = segments.map(({ type, page: on, data }, number) =>
    Buffer.from([0, 0, 0, number, type, 0, on, 0, 0, 0, data.length]),
  );
  const parts = sequential
    ? headers.flatMap((header, index) => [header, segments[index]?.data ?? Buffer.alloc(0)])
    : [...headers, ...segments.map(({ data }) => data)];
  const head = Buffer.from([0x97, 0x4a, 0x42, 0x32, 13, 10, 26, 10, sequential ? 1 : 0, 0, 0, 0, 1]);
  return Buffer.concat([head, ...parts]);
}

describe("pictures", () => {
  const resources = (file: string) =>
    `<ofd:Res xmlns:ofd="x" BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>${file}</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`;
  const image = '<ofd:ImageObject ID="6" Boundary="30 100 100 80" CTM="100 0 0 80 0 0" ResourceID="5"/>';
  const withPicture = (page: string, picture: Uint8Array, file = "图.png") =>
    makeOfd([page], {
      common: "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
      files: { "Doc_0/DocumentRes.xml": resources(file), "DOC_0/res/图.PNG": picture },
    });

  test("stand where they stood, found in any letter case", async () => {
    const made = withPicture(lines(...paragraphs) + image, png(200, 160));
    expect(await outlined(made)).toEqual([...texts, "figure"]);
    expect((await readOfd(made)).pictures).toMatchObject([{ width: 200, height: 160 }]);
  });

  test("alone are a scan", async () => {
    const reading = await readOfd(withPicture(image, png(200, 160)));
    expect(reading).toMatchObject({ tags: ["扫描件"], warnings: [{ code: "warning.scanned" }] });
    expect(reading.articles[0]?.article.title).toBe("公文");
  });

  test.each([
    ["each segment's data after its header", true],
    ["all data after all headers", false],
  ])("in JBIG2, as scanners write them, are decoded: %s", async (_, sequential) => {
    const made = withPicture(lines(...paragraphs) + image, blackJbig2(48, 36, sequential), "图.PNG");
    const { pictures, warnings } = await readOfd(made);
    expect(warnings).toEqual([]);
    expect(pictures).toMatchObject([{ mediaType: "image/png", width: 48, height: 36 }]);
  });

  test("that no browser shows are warned of", async () => {
    const { warnings } = await readOfd(
      withPicture(lines(...paragraphs) + image, Buffer.from("\x97JB2\r\n\x1a\n")),
    );
    expect(warnings.map(({ code }) => code)).toEqual(["warning.broken-picture"]);
  });

  test("none, and no text: a document of drawn lines cannot be read", async () => {
    const path =
      '<ofd:PathObject ID="3" Boundary="0 0 99 99"><ofd:AbbreviatedData>M 0 0 L 90 90 A 1 1 0 0 1 5 5 C</ofd:AbbreviatedData></ofd:PathObject>';
    await expect(readOfd(makeOfd([path]))).rejects.toMatchObject({ failure: { code: "no-text" } });
  });
});

test("a made package with any bytes changed is read or refused with a code", async () => {
  const sound = makeOfd([lines(...paragraphs), glyphs({ x: 30, y: 60, text: "第二页" })]);
  const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 12 }),
      fc.nat(sound.length),
      async (changes, end) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        await readOrCode(bytes.subarray(0, Math.max(1, end)));
        await readOrCode(bytes);
      },
    ),
    { numRuns: 60 },
  );
});

test("any attributes of a text object are lived with", async () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("g 999999999 1", "NaN", "1e308 1e308 1 1", "0 0 0 0 0 0", "-1", "g"),
  );
  await fc.assert(
    fc.asyncProperty(value, value, value, value, async (boundary, matrix, steps, size) => {
      const quoted = (text: string) => text.replace(/[<&"]|\p{Cc}/gu, "");
      const object = `<TextObject Boundary="${quoted(boundary)}" CTM="${quoted(matrix)}" Size="${quoted(size)}"><TextCode X="${quoted(size)}" DeltaX="${quoted(steps)}" DeltaY="${quoted(boundary)}">文字</TextCode></TextObject>`;
      await readOrCode(makeOfd([object + line({ x: 30, y: 60, text: "正文" })]));
    }),
    { numRuns: 60 },
  );
});

async function readOrCode(bytes: Uint8Array): Promise<void> {
  try {
    await readOfd(bytes);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    expect(importErrorCodes).toContain(error.failure.code);
  }
}
