/** The measure itself: what is lost, added, moved, joined and cut must show, and nothing else. */
import { describe, expect, it } from "vitest";
import { makeDocx, p, r } from "../importing/make-docx.ts";
import { compared, isExact } from "./exactness/compare.ts";
import { docxText } from "./source-text/docx.ts";
import { markdownText } from "./source-text/markdown.ts";
import { markupText } from "./source-text/markup.ts";

const sentences = Array.from({ length: 400 }, (_, index) => `第${index}段，各单位要抓好落实。`);
const text = sentences.join("\n");

describe("A text beside its source", () => {
  it("is exact whatever its white space and its compatible forms are", () => {
    expect(isExact(compared("ﬁne　print，2021 年", " fine print,２０２１年"))).toBe(true);
    expect(isExact(compared(text, sentences.join("")))).toBe(true);
  });

  it("shows what was lost and what was added, with the passage", () => {
    const changed = [...sentences.slice(0, 200), ...sentences.slice(201)]
      .join("\n")
      .replace("第7段", "第7节段");
    const found = compared(text, changed);
    expect(found).toMatchObject({ lost: sentences[200]?.length, added: 1, moved: 0 });
    expect(found.passages.join("\n")).toMatch(/^- .*第200/m);
  });

  it("shows what came twice", () => {
    expect(compared(text, `${text}\n${sentences[5]}`)).toMatchObject({
      lost: 0,
      added: sentences[5]?.length,
    });
  });

  it("shows what stands at another place as moved", () => {
    const moved = [
      ...sentences.slice(0, 3),
      ...sentences.slice(4, 300),
      sentences[3],
      ...sentences.slice(300),
    ];
    expect(compared(text, moved.join("\n"))).toMatchObject({
      lost: 0,
      added: 0,
      moved: sentences[3]?.length,
    });
  });

  it("shows words that were joined or cut", () => {
    expect(compared("le donné les mœurs", "le donnéles mœu rs")).toMatchObject({
      lost: 0,
      joined: 1,
      cut: 1,
    });
  });
});

describe("A source's own text", () => {
  it("of a Word document has its notes, and neither deletions nor field codes", () => {
    const bytes = makeDocx({
      body:
        p("甲") +
        `<w:p>${r("乙")}<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:tab/><w:instrText>PAGE</w:instrText></w:r>${r("丙")}</w:p>`,
      footnotes: `<w:footnote w:id="2">${p("注")}</w:footnote>`,
    });
    expect(docxText(bytes).replace(/\n+/g, "\n").trim()).toBe("甲\n乙\t丙\n注");
  });

  it("of a page has what it shows, by lines", () => {
    const page =
      "<head><title>题</title></head><style>p{}</style><p>一&amp;<b>二</b><br>三</p><!-- 注 --><script>x</script>";
    expect(markupText(page).trim()).toBe("一&二\n三");
  });

  it("of Markdown is without its signs at line beginnings, its links' targets and its rules", () => {
    const source = "# 一\n\n- 甲 [乙](http://a.example)\n> 丙\n\n| a | b |\n|---|---|\n";
    expect(markdownText(source).replace(/\s+/g, " ").trim()).toBe("一 甲 乙 丙 a b");
  });
});
