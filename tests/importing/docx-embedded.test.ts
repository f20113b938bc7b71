/** Documents that another program put whole into a Word file. */
import { expect, test } from "vitest";
import { docxReader } from "../../main/importing/docx/docx-reader.ts";
import { makeDocx, p, packed, STRICT, TRANSITIONAL } from "./make-docx.ts";
import { outline } from "./outline.ts";
import { onlyArticle, paragraph, readWith } from "./read-text.ts";
import { png } from "./sample-pictures.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function withEmbedded(name: string, content: string | Uint8Array): Buffer {
  const body = `${p("前。")}<w:altChunk r:id="e"/>${p("后。")}`;
  return packed({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document xmlns:w="${TRANSITIONAL}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `<Relationships><Relationship Id="e" Type="${OFFICE}/aFChunk" Target="/word/${name}"/></Relationships>`,
    [`word/${name}`]: content,
  });
}

const read = (name: string, content: string | Uint8Array) =>
  readWith(docxReader, withEmbedded(name, content), undefined, "文件.docx");

test("a page within the file is read in its place, with nothing that acts", () => {
  const page =
    "<!DOCTYPE html><html><head><title>名</title></head><body><p>页中<b>一段</b>。</p><script>x()</script><table><tr><td>格</td><td>二</td></tr><tr><td>三</td><td>四</td></tr></table></body></html>";
  for (const name of ["a.html", "a.htm", "a.xhtml", "a.dat"]) {
    expect(outline(read(name, page))).toBe(
      "=== article\ntitle: 文件\n\n前。\n页中⟨strong|一段⟩。\n| 格 | 二 \n| 三 | 四 \n后。\n",
    );
  }
});

test("a saved page with its pictures is read, the pictures among the document's", () => {
  const picture = Buffer.from(png(60, 60)).toString("base64");
  const message = [
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; boundary="x"',
    "",
    "--x",
    "Content-Type: text/html; charset=gb2312",
    "Content-Location: file:///a.html",
    "",
    '<p>图在下。</p><img src="file:///b.png" alt="图一"><img src="file:///none.png">',
    "--x",
    "Content-Type: image/png",
    "Content-Transfer-Encoding: base64",
    "Content-Location: file:///b.png",
    "",
    picture,
    "--x--",
  ].join("\r\n");
  const reading = read("a.mht", message);
  expect(outline(reading)).toBe(
    "=== article\ntitle: 文件\n\n前。\n图在下。\n[figure 60x60 “图一”]\n[figure missing “”]\n后。\n\n" +
      'warning.missing-picture {"name":"file:///none.png","count":1}\nimage/png 60x60\n',
  );
});

test("plain text comes line by line; a document of another kind is said to be left out", () => {
  expect(onlyArticle(read("a.txt", "　　第一行。\r\n\r\n第二行。\n")).body).toEqual(
    ["前。", "第一行。", "第二行。", "后。"].map(paragraph),
  );
  const inner = makeDocx({ body: p("内。"), namespace: STRICT });
  const reading = read("a.docx", inner);
  expect(onlyArticle(reading).body).toEqual([paragraph("前。"), paragraph("后。")]);
  expect(reading.warnings).toEqual([{ code: "warning.embedded-document", parameters: { count: 1 } }]);
});
