/**
 * The text of marked-up documents, as simply as it can be had: tags cut out, a line where a block begins or ends, entities
 * replaced. Shares nothing with the readers it is held against.
 */

const BLOCK =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|table|caption|section|article|aside|header|footer|main|figure|figcaption|blockquote|pre|br|hr|body|title|option|address|center|form|fieldset|legend|summary|details)$/;

/** What is there to be run or looked up, and not read. */
const SILENT =
  /<(script|style|noscript|template|head|svg|math|rp|rt|select|textarea|button|iframe|object|nav)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1\s*>)/gi;

const NAMED: Readonly<Record<string, string>> = {
  ...{
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    copy: "©",
    reg: "®",
    trade: "™",
    euro: "€",
  },
  ...{
    mdash: "—",
    ndash: "–",
    hellip: "…",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    middot: "·",
    bull: "•",
  },
  ...{
    ensp: " ",
    emsp: " ",
    thinsp: " ",
    shy: "",
    zwnj: "",
    zwj: "",
    times: "×",
    laquo: "«",
    raquo: "»",
    deg: "°",
  },
  ...{
    eacute: "é",
    egrave: "è",
    agrave: "à",
    ccedil: "ç",
    ecirc: "ê",
    uuml: "ü",
    ouml: "ö",
    auml: "ä",
    szlig: "ß",
  },
};

/** Text of a page or of a piece of one. `hidden` elements are left out where they are written as such. */
export function markupText(markup: string): string {
  const text = markup
    .replace(/<!--[\s\S]*?-->|<!\[CDATA\[|\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/gi, "")
    .replace(SILENT, "")
    .replace(/<\/?([a-z][\w:-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/gi, (_tag, name: string) =>
      BLOCK.test(name.toLowerCase().replace(/^.*:/, "")) ? "\n" : "",
    );
  return withoutEntities(text);
}

export function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}

/** Bytes as their declaration or byte order mark says; UTF-8 where they say nothing. */
export function decoded(bytes: Uint8Array, encoding?: string): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : null;
  const declared = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  for (const name of [marked, encoding, declared, "utf-8"]) {
    if (name === null || name === undefined) continue;
    try {
      return new TextDecoder(name).decode(bytes);
    } catch {
      // No name of an encoding: the next one is asked.
    }
  }
  return head;
}
