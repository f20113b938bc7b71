/** Files whose text differs from what their bytes say, looked at, with the reason why it must: by file. */

const POPPLER = "pdftotext has no table for the characters of these fonts here; the reader brings its own.";
const SITE =
  "The site's head and foot, and the line of date, source and buttons, whose values are in the fields.";
const REFERENCE = "The headings that the page shows, and Readability's reference leaves out.";
const TITLE = "The title stands first, above what the document has over it.";
const OUTSIDE = "The text stands in a page within the file, which the count does not open.";

export const explainedExactness: Readonly<Record<string, string>> = {
  "docx/docling-equations.docx":
    "Brackets, ∑ and / that equations draw: they are no text in the file, but its elements.",
  "docx/docling-word_sample.docx": TITLE,
  "docx/poitl-636-立项申报表.docx": TITLE,
  "epub/alice.epub":
    "The title page, which has a picture and no words, is called as the table of contents calls it.",
  "epub/w3c-cnt-mathml-support.epub": "A formula, which the count leaves out.",
  "epub/w3c-cnt-svg-support.epub": "The words of a drawing, which the count leaves out.",
  "html/charset-UTF-8-BOM-vs-meta-charset.html":
    "The reference was saved with a byte order mark read as letters.",
  "html/fake-html-footer-header.html": TITLE,
  "html/gov-天河区港澳青年实施办法.html": SITE,
  "html/gov-市场主体登记管理条例.html": SITE,
  "html/gov-广州市老年人优待办法.html": SITE,
  ...Object.fromEntries(
    ["basic-tags-cleaning", "comment-inside-script-parsing", "remove-script-tags", "replace-brs"].map(
      (name) => [`html/readability-${name}.html`, REFERENCE],
    ),
  ),
  "md/docling-escaped_characters.md": "Within code &amp; stands as it is written; the count replaces it.",
  "nasty/ExternalEntityInText.docx": "A reference to an entity outside, which is never opened.",
  ...Object.fromEntries(
    ["external-file", "quadratic", "xmlbomb"].map((name) => [
      `nasty/defused-${name}.xml.html`,
      "Read as a page, as its name says, where a doctype ends at its first >: what follows shows in a browser too.",
    ]),
  ),
  "nasty/embedded-unicode-2007.docx": "A sign of a symbol font, which the count leaves out.",
  "nasty/testAltChunkHTML.docx": OUTSIDE,
  "nasty/testAltChunkMHT.docx": OUTSIDE,
  "nasty/w3c-ocf-url_parse-leaking-relative.epub": "Lines that are never shown (display:none).",
  "nasty/w3c-scr-support_svg.epub": "The words of a drawing, which the count leaves out.",
  "ofd/SplitParagraph.ofd": TITLE,
  "ofd/批复-路卫发2011-76号.ofd": "The numbers of the two pages.",
  "ofd/立案决定书-不规范路径.ofd": "The form's words stand in page templates, which the count puts last.",
  "pdf/ofdrw-竞争性磋商文件.pdf": POPPLER,
  "pdf/pdfcpu-CJKV.pdf": "The marks of a list of languages, which pdftotext puts behind their lines.",
  "pdf/pdfjs-SimFang-variant.pdf": POPPLER,
  "pdf/pdfjs-XiaoBiaoSong.pdf": POPPLER,
  "pdf/pdfjs-noembed-identity.pdf": `${POPPLER} The 1 is the page's number.`,
  "pdf/pdfminer-simple1.pdf": "The line whose letters are set apart, H e l l o, stands in another order.",
  "pdf/pdfminer-zen-corrupted.pdf": "Two lines at one height, which pdftotext takes the other way round.",
  "pdf/tabula-MultiColumn.pdf":
    "Numbers in columns, which pdftotext takes down, and the reader as rows of a table.",
  "pdf/安徽省建设用地使用标准-p.pdf":
    "The page's number; and cells of tables, which pdftotext takes in another order.",
};
