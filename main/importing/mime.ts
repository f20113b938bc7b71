/**
 * MIME messages (RFC 2045–2047) as saved web pages use them, read leniently: parts with their bytes and where on the
 * web they came from. Mail parsers decode the text, join the pages and drop the addresses; all three are needed here.
 */

export interface MimePart {
  /** Lower case, such as `text/html`. */
  readonly mediaType: string;
  /** As declared; a hint. */
  readonly charset: string | undefined;
  /** Empty where not stated. */
  readonly location: string;
  /** Without its angle brackets; empty where not stated. */
  readonly contentId: string;
  readonly bytes: Uint8Array;
}

export interface MimeMessage {
  readonly subject: string;
  readonly location: string;
  /** The content id of the part that the others belong to; empty where not stated. */
  readonly start: string;
  readonly parts: readonly MimePart[];
}

type Headers = ReadonlyMap<string, string>;

/** Deeper is nobody's page. */
const DEEPEST = 10;

export function readMime(bytes: Uint8Array): MimeMessage {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const { headers, body } = splitHead(text);
  const type = contentType(headers);
  return {
    subject: decodedWords(headers.get("subject") ?? "")
      .replace(/\s+/g, " ")
      .trim(),
    location: address(headers, "content-location"),
    start: bare(type.parameters.get("start") ?? ""),
    parts: partsOf(headers, body, 0),
  };
}

function partsOf(headers: Headers, body: string, depth: number): readonly MimePart[] {
  const { mediaType, parameters } = contentType(headers);
  if (!mediaType.startsWith("multipart/")) {
    return [
      {
        mediaType,
        charset: parameters.get("charset"),
        location: address(headers, "content-location"),
        contentId: bare(headers.get("content-id") ?? ""),
        bytes: decodedBody(body, headers.get("content-transfer-encoding") ?? ""),
      },
    ];
  }
  const boundary = parameters.get("boundary");
  if (boundary === undefined || boundary === "" || depth >= DEEPEST) return [];
  return between(body, boundary).flatMap((part) => {
    const inner = splitHead(part);
    return [...partsOf(inner.headers, inner.body, depth + 1)];
  });
}

/** What stands between the boundaries; the last may be cut off. */
function between(body: string, boundary: string): readonly string[] {
  const line = `--${boundary}`;
  const parts: string[] = [];
  let start = -1;
  for (let at = body.indexOf(line); at !== -1; at = body.indexOf(line, at + line.length)) {
    if (at > 0 && body.charAt(at - 1) !== "\n") continue;
    if (start !== -1) parts.push(body.slice(start, at).replace(/\r?\n$/, ""));
    const after = body.indexOf("\n", at + line.length);
    start = after === -1 || body.startsWith("--", at + line.length) ? -1 : after + 1;
    if (start === -1) return parts;
  }
  if (start !== -1) parts.push(body.slice(start));
  return parts;
}

/** Headers up to the first empty line. A line that is neither a header nor indented goes on with the one above it. */
function splitHead(text: string): { readonly headers: Headers; readonly body: string } {
  const headers = new Map<string, string>();
  let last = "";
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end === -1 ? text.length : end).replace(/\r$/, "");
    at = end === -1 ? text.length : end + 1;
    if (line === "") {
      if (headers.size > 0) break;
      continue;
    }
    const header = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line);
    if (header === null) {
      headers.set(last, `${headers.get(last) ?? ""} ${line.trim()}`);
      continue;
    }
    last = (header[1] ?? "").toLowerCase();
    if (!headers.has(last)) headers.set(last, header[2] ?? "");
  }
  return { headers, body: text.slice(at) };
}

function contentType(headers: Headers): {
  readonly mediaType: string;
  readonly parameters: ReadonlyMap<string, string>;
} {
  const header = headers.get("content-type") ?? "text/plain";
  const parameters = new Map<string, string>();
  for (const [, name = "", quoted, token] of header.matchAll(
    /;\s*([\w-]+)\s*=\s*(?:"([^"]*)"?|([^\s;]+))/g,
  )) {
    parameters.set(name.toLowerCase(), (quoted ?? token ?? "").trim());
  }
  return { mediaType: (/^\s*([^\s;]+)/.exec(header)?.[1] ?? "").toLowerCase(), parameters };
}

/** Long addresses are folded, which may leave white space in them. */
function address(headers: Headers, name: string): string {
  return decodedWords(headers.get(name) ?? "").replace(/\s/g, "");
}

function bare(contentId: string): string {
  return contentId.trim().replace(/^<|>$/g, "");
}

function decodedBody(body: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case "base64":
      return Buffer.from(body, "base64");
    case "quoted-printable":
      return Buffer.from(unquoted(body), "latin1");
    default:
      return Buffer.from(body, "latin1");
  }
}

/** Quoted-printable: `=` at a line's end joins it to the next; what is no code stands for itself. */
function unquoted(text: string): string {
  return (
    text
      // Asked only where a run of spaces begins: from every one of a long run it would take forever.
      .replace(/(?<![ \t])[ \t]+(?=\r?$)/gm, "")
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9a-f]{2})/gi, (_code, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      )
  );
}

/** RFC 2047: `=?utf-8?Q?…?=`. Two such words side by side are one. */
function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(
      /=\?([\w-]+)(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/gi,
      (word, charset: string, way: string, code: string) => {
        const bytes =
          way.toLowerCase() === "b"
            ? Buffer.from(code, "base64")
            : Buffer.from(unquoted(code.replaceAll("_", " ")), "latin1");
        try {
          return new TextDecoder(charset).decode(bytes);
        } catch {
          return word;
        }
      },
    );
}
