/** Articles of every kind of block and inline, for tests of what must hold whatever the article. */
import fc from "fast-check";
import {
  type Block,
  emptyArticle,
  type ImportedArticle,
  type Inline,
  type TableCell,
} from "../../preload/model/article.ts";

/** Without line feeds and tabs, so that those can only come from the joining. */
const someText = fc.string({ unit: fc.constantFrom(..."一二三四，。”,a1"), minLength: 1, maxLength: 6 });

const footnoteId = fc.constantFrom("1", "2", "3");

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: someText.map((text): Inline => ({ type: "text", text })) },
  someText.map((text): Inline => ({ type: "text", text, marks: ["strong"] })),
  someText.map(
    (text): Inline => ({
      type: "link",
      href: "https://example.invalid/",
      content: [
        { type: "text", text },
        { type: "footnote-mark", id: "3" },
      ],
    }),
  ),
  someText.map((base): Inline => ({ type: "ruby", base, annotation: "dú" })),
  fc.constant<Inline>({ type: "image", image: "a".repeat(64), alt: "" }),
  fc.constant<Inline>({ type: "page-mark", page: "3" }),
  footnoteId.map((id): Inline => ({ type: "footnote-mark", id })),
);

const content = fc.array(inline, { maxLength: 4 });

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: content.map((each): Block => ({ type: "paragraph", content: each })) },
  content.map((each): Block => ({ type: "preformatted", content: each })),
  content.map((caption): Block => ({ type: "figure", image: "b".repeat(64), caption, alt: "" })),
  fc.constant<Block>({ type: "figure", image: null, caption: [], alt: "" }).map((block) => ({ ...block })),
  fc.constant<Block>({ type: "divider" }).map((block) => ({ ...block })),
);

const size = fc.constantFrom(1, 1, 1, 2);

const nested: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("block"), { maxLength: 3 }).map((blocks): Block => ({ type: "quote", blocks })),
    fc
      .array(fc.array(tie("block"), { maxLength: 2 }), { maxLength: 3 })
      .map((items): Block => ({ type: "list", ordered: true, start: 4, items })),
    fc
      .array(
        fc.array(
          fc
            .record({ columns: size, rows: size, blocks: fc.array(tie("block"), { maxLength: 2 }) })
            .map((cell): TableCell => ({ header: false, ...cell })),
          { maxLength: 3 },
        ),
        { maxLength: 3 },
      )
      .map((rows): Block => ({ type: "table", rows })),
    fc
      .record({ id: footnoteId, blocks: fc.array(leaf, { maxLength: 2 }) })
      .map((footnote): Block => ({ type: "footnote", ...footnote })),
  ),
})).block;

const heading: fc.Arbitrary<Block> = fc
  .record({ level: fc.integer({ min: 1, max: 4 }), content })
  .map((each) => ({ type: "heading", ...each }));

const field = fc.oneof(fc.constant(""), someText);

export const randomArticle: fc.Arbitrary<ImportedArticle> = fc
  .record({
    kicker: field,
    title: field,
    subtitle: field,
    byline: field,
    credits: field,
    lead: fc.array(nested, { maxLength: 2 }),
    body: fc.array(fc.oneof({ weight: 3, arbitrary: nested }, heading), { maxLength: 8 }),
  })
  .map((written) => ({ ...emptyArticle(), ...written }));
