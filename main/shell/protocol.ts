/**
 * Answers `reader://app/…`: the interface's own files, the library's pictures under `/media/`, its PDF originals under
 * `/original/`, what is printed under `/print/`, and what pdf.js draws them with under `/pdf/`.
 */
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { net, protocol } from "electron";
import { isPrintPage, origin, scheme } from "./origin.ts";

export interface Picture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** No inline script or style, nothing from outside; what is not named falls to `default-src 'none'`. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  // What pdf.js asks for.
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
  ".ttf": "font/ttf",
};

const pictureTypes = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/bmp",
  "image/svg+xml",
]);

/** Must run before the application is ready: only then can a scheme become a secure origin like https. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** What is served beside the interface's own files. */
export interface Served {
  readonly picture: (hash: string) => Promise<Picture | null>;
  /** The PDF of a print job; null where there is none. */
  readonly pdf: (job: string) => Uint8Array | null;
  /** The PDF with that SHA-256 that articles came from; null where there is none. */
  readonly original: (sha256: string) => Promise<Uint8Array | null>;
  /** The folder with the tables, faces and decoders of pdf.js (electron.config.ts). */
  readonly pdfResources: string;
}

/**
 * @param folder the built interface
 * @param developmentServer answers in place of `folder` under `npm run dev`, through the same origin
 */
export function serve(folder: string, developmentServer: string | undefined, served: Served): void {
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    if (url.host !== "app" || request.method !== "GET") return notFound();
    const picture = /^\/media\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
    if (picture !== undefined) return answerPicture(await served.picture(picture));
    const pdf = /^\/print\/([0-9a-f-]{36})\.pdf$/.exec(url.pathname)?.[1];
    if (pdf !== undefined) return answerPdf(served.pdf(pdf));
    const original = /^\/original\/([0-9a-f]{64})\.pdf$/.exec(url.pathname)?.[1];
    if (original !== undefined) return answerPdf(await served.original(original));
    const resource = /^\/pdf(\/(?:cmaps|standard_fonts|wasm)\/[\w.-]+)$/.exec(url.pathname)?.[1];
    if (resource !== undefined) return answerFile(served.pdfResources, resource);
    // The built page names its scripts and styles as beside itself.
    url.pathname = isPrintPage(url.pathname)
      ? "/print.html"
      : url.pathname.replace(/^\/print(?=\/assets\/)/, "");
    if (developmentServer !== undefined) return answerFromServer(developmentServer, url);
    return answerFile(folder, url.pathname === "/" ? "/index.html" : url.pathname);
  });
}

function answerPicture(picture: Picture | null): Response {
  if (picture === null || !pictureTypes.has(picture.mediaType)) return notFound();
  return new Response(picture.bytes.slice(), {
    headers: {
      "content-type": picture.mediaType,
      // Named by its own hash, so it never changes.
      "cache-control": "private, max-age=31536000, immutable",
      // An SVG opened by itself would be a document: it gets no origin and no script.
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}

/** Handed on piece by piece: a whole one is never copied. */
const PIECE = 1024 * 1024;

function answerPdf(pdf: Uint8Array | null): Response {
  if (pdf === null) return notFound();
  let at = 0;
  const pieces = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at < pdf.length) controller.enqueue(pdf.slice(at, at + PIECE));
      else controller.close();
      at += PIECE;
    },
  });
  return new Response(pieces, {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(pdf.length),
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}

async function answerFile(folder: string, pathname: string): Promise<Response> {
  const path = normalize(join(folder, decodeURIComponent(pathname)));
  const type = mediaTypes[extname(path)];
  if (!path.startsWith(folder + sep) || type === undefined) return notFound();
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return notFound();
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      "content-security-policy": contentSecurityPolicy,
      "x-content-type-options": "nosniff",
      "x-dns-prefetch-control": "off",
    },
  });
}

async function answerFromServer(server: string, url: URL): Promise<Response> {
  const answer = await net.fetch(new URL(url.pathname + url.search, server).href);
  const headers = new Headers(answer.headers);
  // React's refresh needs an inline script; it carries the nonce that electron.config.ts gives it.
  headers.set(
    "content-security-policy",
    contentSecurityPolicy
      .replace("script-src 'self'", "script-src 'self' 'nonce-development'")
      .replace("style-src 'self'", "style-src 'self' 'nonce-development'")
      .replace("connect-src 'self'", `connect-src 'self' ${server.replace(/^http/, "ws")}`),
  );
  return new Response(answer.body, { status: answer.status, headers });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}

export const startPage = `${origin}/index.html`;
