/** Drawings that came with a document: what draws is kept, what acts or fetches cannot be. */
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { inertSvg } from "../../main/importing/pictures-svg.ts";

const OPENING =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">';

const inert = (text: string) => {
  const bytes = inertSvg(new TextEncoder().encode(text));
  return bytes === null ? null : new TextDecoder().decode(bytes);
};

/** What comes of something within a drawing. */
const within = (content: string) =>
  inert(`${OPENING}${content}</svg>`)
    ?.replace(/^<svg xmlns="[^"]*" viewBox="0 0 9 9">/, "")
    .replace(/<\/svg>$/, "");

test("shapes, words, gradients, uses and plain styles are drawn as before", () => {
  const drawing =
    '<defs><linearGradient id="a"><stop offset="0" stop-color="red"></stop></linearGradient></defs>' +
    '<style>.b,text{fill:url(#a);font-size:9px}</style><path class="b" d="M0 0L9 9z" style="fill:#f00;stroke:url(#a)">' +
    '</path><g transform="translate(1,2)"><text x="1">图<tspan dy="2">一</tspan></text></g>';
  expect(within(drawing)).toBe(drawing);
  expect(within('<g id="p"><rect width="1" height="1"/></g><use xlink:href="#p" x="2"/>')).toBe(
    '<g id="p"><rect width="1" height="1"></rect></g><use href="#p" x="2"></use>',
  );
  const pixels = '<image width="2" height="2" href="data:image/png;base64,iVBORw0KGgo="></image>';
  expect(within(pixels)).toBe(pixels);
});

test("names that a drawing program declares as entities are known; those that fetch or multiply are not", () => {
  const declared = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">
    <!ENTITY a "哈哈"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
  expect(inert(`${declared}<svg xmlns="&ns;"><text>&a;&b;&f;</text></svg>`)).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"><text>哈哈&amp;b;&amp;f;<\/text><\/svg>$/,
  );
});

test.each([
  "<script>alert(1)</script>",
  '<script href="https://evil.example/x.js"/>',
  "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
  '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/>',
  '<animate attributeName="href" to="javascript:alert(1)"/>',
  '<set attributeName="onload" to="alert(1)"/>',
  '<feImage href="https://evil.example/x.png"/>',
  '<handler xmlns="http://www.w3.org/2001/xml-events">x</handler>',
  "<metadata>x</metadata>",
])("%s is left out whole", (content) => {
  expect(within(`${content}<path d="M0 0"/>`)).toBe('<path d="M0 0"></path>');
});

test.each([
  '<rect onload="alert(1)"/>',
  '<rect style="fill:url(https://evil.example/a)"/>',
  '<rect style="fill:url(//evil.example/a)"/>',
  '<rect style="behavior:url(#x)"/>',
  '<rect style="fill:\\75rl(//evil.example)"/>',
  '<rect fill="url(https://evil.example/a#b)"/>',
  '<rect fill="url(#a) url(//evil.example)"/>',
  '<rect fill="image-set(&quot;x.png&quot; 1x)"/>',
  '<rect cursor="URL (x.cur)"/>',
  '<rect href="#a"/>',
  '<rect xml:base="https://evil.example/"/>',
])("%s keeps the shape alone", (content) => {
  expect(within(content)).toBe("<rect></rect>");
});

test("uses and pictures name nothing outside the drawing", () => {
  for (const address of ["https://evil.example/a.svg#b", "//evil.example#b", "a.svg#b", "file:///a#b"]) {
    expect(within(`<use xlink:href="${address}"/>`)).toBe("<use></use>");
    expect(within(`<image href="${address}"/>`)).toBe("<image></image>");
  }
  expect(within('<image href="data:image/svg+xml;base64,PHN2Zz4="/>')).toBe("<image></image>");
  expect(within('<a href="javascript:alert(1)"><path d="M1 1"/></a>')).toBe('<path d="M1 1"></path>');
});

test("a style sheet keeps its plain rules and nothing that fetches", () => {
  const sheet =
    "@import url(https://evil.example/a.css); .a{fill:red;background:url(//evil.example)} @font-face{src:url(x)} .b{fill:url(x.svg#a)}";
  expect(within(`<style>${sheet}</style>`)).toBe("<style></style>");
  expect(within("<style><![CDATA[/* x */ .a > rect { fill : red; behavior: url(x) }]]></style>")).toBe(
    "<style>.a &gt; rect{fill:red}</style>",
  );
});

test("parts that use parts that use parts are drawn no more than a window can bear", () => {
  const levels = Array.from({ length: 30 }, (_, level) => {
    const use = `<use href="#l${level}"/>`;
    return `<g id="l${level + 1}">${use.repeat(10)}</g>`;
  });
  const bomb = `<defs><g id="l0"><rect/></g>${levels.join("")}</defs><use href="#l30"/>`;
  expect(within(bomb)).not.toContain("<use");
  expect(within('<g id="a"><use href="#a"/></g>')).toBe('<g id="a"></g>');
});

test("what is no drawing is none; one that is cut off or very deep is drawn as far as it goes", () => {
  expect(inert("<html><body><svg/></body></html>")).toBeNull();
  expect(inert("无")).toBeNull();
  expect(inert(`${OPENING}<g><path d="M0 0"/><rect`)).toContain('<path d="M0 0"></path></g></svg>');
  const deep = `${OPENING}${"<g>".repeat(50_000)}`;
  expect(inert(deep)).toContain("<g></g>");
});

const NAMES = [
  "svg",
  "g",
  "script",
  "use",
  "a",
  "style",
  "text",
  "image",
  "foreignObject",
  "rect",
  "x:script",
];
const KEYS = ["id", "href", "xlink:href", "onload", "ONCLICK", "style", "fill", "src", "xmlns", "class", "d"];
const VALUES = [
  "#a",
  "javascript:alert(1)",
  "url(#a)",
  "url(http://e.example/)",
  "data:text/html,x",
  "red",
  "<&>",
];

const markup: fc.Arbitrary<string> = fc.letrec<{ readonly node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("", "文", "]]>", "<!--", "&lt;script>", "@import 'x';", ".a{fill:url(http://e.example)}"),
    fc
      .tuple(
        fc.constantFrom(...NAMES),
        fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES)), { maxLength: 3 }),
        fc.array(tie("node"), { maxLength: 4 }),
      )
      .map(([name, pairs, inner]) => {
        const attributes = pairs.map(([key, value]) => ` ${key}="${value.replaceAll("<", "&lt;")}"`).join("");
        return `<${name}${attributes}>${inner.join("")}</${name}>`;
      }),
  ),
})).node;

test("whatever a drawing holds, what is kept is well-formed, draws, and names nothing outside itself", () => {
  fc.assert(
    fc.property(fc.oneof(markup, fc.string({ unit: "binary", maxLength: 80 })), (content) => {
      const kept = inert(`${OPENING}${content}</svg>`);
      if (kept === null) return;
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw error;
      });
      parser.on("opentag", ({ local, uri, attributes }) => {
        expect(uri).toBe("http://www.w3.org/2000/svg");
        expect(local).not.toMatch(/^(?:script|foreignObject|iframe|a|animate|set)$/);
        for (const { name, value } of Object.values(attributes)) {
          expect(name).not.toMatch(/^on|:/i);
          if (name !== "xmlns") expect(value).not.toMatch(/script:|http|url\((?!#)/i);
          if (name === "href") expect(value).toMatch(/^(?:#|data:image\/)/);
        }
      });
      parser.write(kept).close();
      expect(inert(kept)).toBe(kept);
    }),
    { numRuns: 500 },
  );
});
