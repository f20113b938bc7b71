import { describe, expect, test } from "vitest";
import type { Reading } from "../../main/importing/format.ts";
import { ofdReader } from "../../main/importing/ofd/ofd-reader.ts";
import { inlineText } from "../../preload/model/article-text.ts";
import { line, makeOfd } from "./make-ofd.ts";
import { png } from "./sample-pictures.ts";

async function readOfd(bytes: Uint8Array): Promise<Reading> {
  return ofdReader.read({ name: "汇编.ofd", bytes, beside: () => ({ refused: "missing" }) });
}

const PAGES = 230;
const numbers = Array.from({ length: PAGES }, (_, index) => String(index + 1));

/** A paragraph that fills its page's lines and ends on it, between a running head and a page number. */
function page(number: string, more = ""): string {
  return [
    line({ x: 80, y: 15, text: "春耕资料汇编" }),
    line({ x: 40, y: 60, text: "为切实做好春季农业生产工作，现将有关事项通知" }),
    line({ x: 30, y: 70, text: `如下，这是第${number}份。` }),
    more,
    line({ x: 98, y: 285, text: `— ${number} —` }),
  ].join("");
}

const resources = `<Res><MultiMedias><MultiMedia ID="5" Type="Image"><MediaFile>a.png</MediaFile></MultiMedia></MultiMedias>
  <CompositeGraphicUnits><CompositeGraphicUnit ID="70"><Content>${line({ x: 30, y: 100, text: "盖章处" }).replaceAll("ofd:", "")}</Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>`;

describe("a document of many pages", () => {
  test("loses its running heads and page numbers on all of them, and nothing else", async () => {
    const { articles } = await readOfd(makeOfd(numbers.map((number) => page(number))));
    const body = articles[0]?.article.body ?? [];
    expect(body.map((block) => ("content" in block ? inlineText(block.content) : block.type))).toEqual(
      numbers.map((number) => `为切实做好春季农业生产工作，现将有关事项通知如下，这是第${number}份。`),
    );
    const marks = body.flatMap((block) =>
      "content" in block ? block.content.flatMap((one) => (one.type === "page-mark" ? [one.page] : [])) : [],
    );
    expect(marks).toEqual(numbers);
    expect(articles[0]?.headLines).toEqual(["春耕资料汇编"]);
  });

  test("keeps its pictures and its tables where they stand, on the last pages too", async () => {
    const image = '<ofd:ImageObject ID="6" Boundary="30 100 100 80" CTM="100 0 0 80 0 0" ResourceID="5"/>';
    const across = [100, 112, 124].map((y) => `M 30 ${y} L 130 ${y}`);
    const down = [30, 80, 130].map((x) => `M ${x} 100 L ${x} 124`);
    const frame = `<ofd:PathObject ID="3" Boundary="0 0 210 297"><ofd:AbbreviatedData>${[...across, ...down].join(" ")}</ofd:AbbreviatedData></ofd:PathObject>`;
    const cells = [
      { x: 34, y: 108, text: "村名" },
      { x: 84, y: 108, text: "亩数" },
      { x: 34, y: 120, text: "东山" },
      { x: 84, y: 120, text: "三百" },
    ].map(line);
    const made = numbers.map((number, index) => {
      if (index === PAGES - 2) return page(number, image);
      return page(number, index === PAGES - 1 ? frame + cells.join("") : "");
    });
    const { articles, pictures } = await readOfd(
      makeOfd(made, {
        common: "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>",
        files: { "Doc_0/Res.xml": resources, "Doc_0/a.png": png(200, 160) },
      }),
    );
    const [figure, text, table] = (articles[0]?.article.body ?? []).slice(-3);
    expect(figure).toMatchObject({ type: "figure", image: pictures[0]?.sha256 });
    expect(text?.type).toBe("paragraph");
    expect(table).toMatchObject({ type: "table", rows: [{}, {}] });
    expect(pictures).toMatchObject([{ width: 200, height: 160 }]);
  });

  test("shares its templates and lists of resources, and each page may have lists of its own", async () => {
    const template = `<Page><Content><Layer>${line({ x: 30, y: 50, text: "姓名：" }).replaceAll("ofd:", "")}</Layer></Content></Page>`;
    const made = (content: string, more: string) =>
      `<Page><Template TemplateID="44"/><Template TemplateID="44"/>${more}<Content><Layer>${content}</Layer></Content></Page>`;
    const drawing = '<CompositeObject ID="8" Boundary="0 0 210 297" ResourceID="70"/>';
    const { articles } = await readOfd(
      makeOfd(["", "", ""], {
        common: '<ofd:TemplatePage ID="44" BaseLoc="Tpl.xml"/>',
        files: {
          "Doc_0/Tpl.xml": template,
          "Doc_0/Res.xml": resources,
          "Doc_0/Pages/Page_0/Content.xml": made(drawing, "<PageRes>/Doc_0/Res.xml</PageRes>"),
          "Doc_0/Pages/Page_1/Content.xml": made(drawing, "<PageRes>/Doc_0/Res.xml</PageRes>"),
          "Doc_0/Pages/Page_2/Content.xml": made(drawing, ""),
        },
      }),
    );
    const body = articles[0]?.article.body ?? [];
    expect(body.map((block) => ("content" in block ? inlineText(block.content) : block.type)).join("")).toBe(
      "姓名：盖章处姓名：盖章处姓名：",
    );
  });

  test("named twice is read once, and one with more pages than are read is warned of", async () => {
    const body = (path: string) => `<DocBody><DocRoot>${path}</DocRoot></DocBody>`;
    const twice = await readOfd(
      makeOfd([page("1")], {
        files: { "OFD.xml": `<OFD>${body("Doc_0/Document.xml")}${body("/doc_0/./Document.xml")}</OFD>` },
      }),
    );
    expect(twice.articles).toHaveLength(1);
    const endless = `<Document><Pages>${'<Page BaseLoc="Pages/Page_9/Content.xml"/>'.repeat(20_001)}</Pages></Document>`;
    const files = {
      "OFD.xml": `<OFD>${body("Doc_0/Document.xml")}${body("Doc_1/Document.xml")}</OFD>`,
      "Doc_1/Document.xml": endless,
    };
    const { articles, warnings } = await readOfd(makeOfd([page("1")], { files }));
    expect(articles).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).toEqual(["warning.damaged-document"]);
  });
});
