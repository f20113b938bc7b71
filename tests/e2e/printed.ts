/** Printing for tests: what is chosen goes through the window's own calls, and its PDF is read back. */
import type { Page } from "@playwright/test";
import type { Reader } from "../../preload/contract.ts";
import type { Article } from "../../preload/model/article.ts";
import { articleText, type Span } from "../../preload/model/article-text.ts";
import { unpackBlocks } from "../../preload/model/packed-article.ts";
import type { ChosenPiece, PrintOptions, PrintPreview, PrintTemplate } from "../../preload/model/print.ts";
import { defaultPrintOptions } from "../../preload/model/print.ts";
import { sections, spansOfSections } from "../../preload/model/sections.ts";
import { type Pdf, readPdf } from "./pdf-pages.ts";

declare const reader: Reader;

export interface Printed extends Pdf {
  readonly preview: PrintPreview;
  readonly bytes: Uint8Array;
}

/** Every article of the library by its title. */
export async function articlesByTitle(page: Page): Promise<ReadonlyMap<string, Article>> {
  const packed = await page.evaluate(async () => {
    const all = { shelf: { kind: "all" }, publication: null, issued: null, sort: "title" } as const;
    const ids = await reader.listArticleIds(all);
    if (!ids.ok) throw new Error(JSON.stringify(ids));
    const read = await Promise.all(ids.value.map((id) => reader.readArticle({ id })));
    return read.flatMap((each) => (each.ok ? [each.value.article] : []));
  });
  return new Map(
    packed.map(({ blocks, ...details }) => [details.title, { ...details, ...unpackBlocks(blocks) }]),
  );
}

/** The sections with these numbers, or the whole article. */
export function piecesOf(article: Article | undefined, ...numbers: string[]): readonly ChosenPiece[] {
  if (article === undefined) throw new Error("The article is not there.");
  const { id, revision } = article;
  if (numbers.length === 0) return [{ article: id, revision, span: null, kind: "article" }];
  const spans = spansOfSections(sections(article), numbers);
  if (spans.length === 0) throw new Error(`${article.title} has no section ${numbers.join(", ")}.`);
  return spans.map((span) => ({ article: id, revision, span, kind: "section" }));
}

export function passageOf(article: Article | undefined, words: string): ChosenPiece {
  if (article === undefined) throw new Error("The article is not there.");
  return { article: article.id, revision: article.revision, span: spanOf(article, words), kind: "passage" };
}

export function spanOf(article: Article, words: string): Span {
  const start = articleText(article).text.indexOf(words);
  if (start === -1) throw new Error(`${article.title} does not say ${words}.`);
  return { start, end: start + words.length };
}

/** With nothing in the margins but what is asked for: what is read back is then the text alone. */
export async function printPieces(
  page: Page,
  pieces: readonly ChosenPiece[],
  template: PrintTemplate,
  asked: Partial<PrintOptions> = {},
): Promise<Printed> {
  const empty = { left: "", center: "", right: "" };
  const options = { ...defaultPrintOptions[template], header: empty, footer: empty, ...asked };
  const { preview, base64 } = await page.evaluate(
    async (input) => {
      const states = new Map<string, string>();
      let tell = () => {};
      const stop = reader.on("job", (job) => {
        states.set(job.id, job.state);
        tell();
      });
      const started = await reader.startPrint(input);
      if (!started.ok) throw new Error(JSON.stringify(started.error));
      const { job } = started.value;
      await new Promise<void>((resolve) => {
        tell = () => {
          if ((states.get(job) ?? "running") !== "running") resolve();
        };
        tell();
      });
      stop();
      const read = await reader.readPrint({ job });
      if (!read.ok) throw new Error(`The print ${states.get(job)}: ${JSON.stringify(read.error)}`);
      const bytes = new Uint8Array(await (await fetch(`/print/${job}.pdf`)).arrayBuffer());
      return {
        preview: read.value,
        base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")),
      };
    },
    { pieces: [...pieces], template, options },
  );
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  return { ...(await readPdf(bytes)), preview, bytes };
}
