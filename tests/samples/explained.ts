/**
 * Expectations that were looked at in the file and are met in another way, or ask for what the product does otherwise:
 * by file and expectation, with the reason.
 */
export const explained: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "docx/docling-equations.docx": {
    contains: "The expected sentences leave the equations out; here they stand in their sentences: A=πr².",
    paragraphs_nonempty_outside_tables:
      "The paragraphs that hold nothing but an equation count here, since the equation is text.",
  },
  "docx/docling-word_sample.docx": {
    paragraphs_nonempty_outside_tables:
      "The line under the picture, in the caption style, is the figure's caption.",
  },
  "docx/empty.docx": {
    outcome: "The file holds no text: it is said to hold nothing to import, and no empty article is made.",
  },
  "docx/poitl-636-立项申报表.docx": {
    tables:
      "A tracked change deletes every row of the table and all text in it: the document has it no more.",
  },
  "epub/w3c-cnt-svg-support.epub": {
    image_refs_in_spine: "The chapter is a drawing, which is kept as a picture with its words below.",
  },
  "html/readability-base-url-base-element-relative.html": {
    headings: "The page has an h1 and an h2 below it; Readability's reference makes both h2.",
  },
  ...Object.fromEntries(
    ["basic-tags-cleaning", "comment-inside-script-parsing", "remove-script-tags", "replace-brs"].map(
      (name) => [
        `html/readability-${name}.html`,
        {
          headings_count:
            "The page shows the headings Lorem and Foo; Readability's reference leaves them out.",
        },
      ],
    ),
  ),
  "md/docling-blocks.md": {
    headings_count: "Lines underlined with = and - are headings too (CommonMark, setext headings).",
  },
  "md/docling-escaped_characters.md": {
    contains: "Expected as it is written in the source: &amp; stands for &.",
    headings: "Expected as it is written in the source: &amp; stands for &.",
  },
  "md/docling-inline_and_formatting.md": {
    contains: "Expected with the source's signs: a line after - is an item of a list.",
    headings: "Expected with the source's signs: *…* is emphasis.",
  },
  "md/docling-nested.md": {
    contains:
      "Expected with the source's signs for items, and with a line and table that stand in a comment, <!-- … -->.",
  },
  "nasty/external-picture.docx": {
    images: "The picture outside the file is shown as missing, in its place; none is stored.",
  },
  "nasty/meta-refresh-google.html": {
    outcome: "The page is nothing but a script and a forwarding: it is said to hold nothing to import.",
  },
  "nasty/sample_with_external_link_to_doc.docx": {
    outcome: "The file holds nothing but a link to another: it is said to hold nothing to import.",
  },
  "nasty/testAltChunkHTML.docx": {
    tables: "Counted without the page within the file, which is read here with its table.",
    paragraphs_nonempty_outside_tables: "Counted without the page within the file, which is read here.",
  },
  "nasty/testAltChunkMHT.docx": {
    images: "Counted without the saved page within the file, whose picture, shown twice, is kept.",
    tables: "Counted without the saved page within the file, which is read here with its table.",
    paragraphs_nonempty_outside_tables: "Counted without the saved page within the file, which is read here.",
  },
  "nasty/w3c-ocf-url_parse-leaking-relative.epub": {
    contains:
      "The lines stand in an element with display:none, which only a script would show; the visible line is there.",
  },
  "nasty/w3c-scr-support_svg.epub": {
    image_refs_in_spine: "The chapter is a drawing, which is kept as a picture, inert, with its words below.",
  },
  "nasty/zero-length.docx": {
    outcome: "The file holds no text: it is said to hold nothing to import, and no empty article is made.",
  },
  "pdf/pdfjs-Pages-tree-refs.pdf": {
    pages:
      "The second page counted is the loop in the page tree, which holds nothing; the one page there is was read.",
  },
  "pdf/pdfjs-vertical.pdf": {
    pages: "The second and third pages are empty: what a citation can name stands on the first.",
  },
};
