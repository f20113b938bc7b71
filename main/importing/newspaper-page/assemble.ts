/** From decided pieces to articles: broken paragraphs put together, captions between them, the credits on every article. */
import { type Block, emptyArticle, type ImportedArticle, plain } from "../../../preload/model/article.ts";
import type { Decision } from "./decode.ts";
import { mergeDetails, noDetails, type PageDetails, readFurniture } from "./furniture.ts";
import { opensBody } from "./marks.ts";
import { endsSentence, joinText, outlineLevel } from "./shape.ts";
import { readTitleBlock } from "./title-block.ts";

export interface Warning {
  readonly code: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export interface NewspaperPage {
  readonly articles: readonly ImportedArticle[];
  readonly warnings: readonly Warning[];
}

interface Item {
  readonly kind: "heading" | "paragraph" | "figure";
  text: string;
}

interface Draft {
  readonly titleLines: string[];
  readonly bylines: string[];
  readonly lead: Item[];
  body: Item[];
  leadOpen: boolean;
}

/** A lead is seldom longer; a longer run of paragraphs below its mark has the body in it. */
const LEAD_PARAGRAPHS_AT_MOST = 3;
/** Characters of a paragraph's end that a warning quotes. */
const QUOTED = 12;
const HEADING_LEVEL = 2;

export function assemble(decisions: readonly Decision[]): NewspaperPage {
  const page = new PageAssembly();
  for (const decision of decisions) page.take(decision);
  return page.result();
}

class PageAssembly {
  readonly #drafts: Draft[] = [];
  readonly #credits: string[] = [];
  readonly #warnings: Warning[] = [];
  #details: PageDetails = noDetails;
  /** The paragraph that a continuation goes on with. */
  #paragraph: Item | null = null;

  take({ piece, reading }: Decision): void {
    if (reading.starts === "here") this.#begin();
    if (reading.starts === "paragraph") this.#beginAtParagraph();
    switch (reading.role) {
      case "lead":
        this.#draft().leadOpen = true;
        return;
      case "credits":
        this.#credits.push(piece.text);
        return;
      case "furniture":
        this.#details = mergeDetails(this.#details, readFurniture(piece.text) ?? noDetails);
        return;
      case "title":
        this.#draft().titleLines.push(piece.text);
        return;
      case "byline":
        this.#closeLead(reading.lead);
        this.#draft().bylines.push(piece.text);
        return;
      case "caption":
        this.#closeLead(reading.lead);
        this.#draft().body.push({ kind: "figure", text: piece.text });
        return;
      case "heading":
        this.#closeLead(reading.lead);
        this.#draft().body.push({ kind: "heading", text: piece.text });
        return;
      case "continuation":
        if (this.#paragraph) this.#paragraph.text = joinText(this.#paragraph.text, piece.text);
        return;
      case "paragraph":
        this.#closeLead(reading.lead);
        this.#paragraph = { kind: "paragraph", text: piece.text };
        (this.#draft().leadOpen ? this.#draft().lead : this.#draft().body).push(this.#paragraph);
        return;
      case null:
        return;
    }
  }

  result(): NewspaperPage {
    const credits = this.#credits.join("\n");
    const articles = this.#drafts.map((draft, placeOnPage) => ({
      ...this.#article(draft),
      ...this.#details,
      credits,
      placeOnPage,
    }));
    return { articles, warnings: this.#warnings };
  }

  #draft(): Draft {
    return this.#drafts.at(-1) ?? this.#begin();
  }

  #begin(): Draft {
    const draft: Draft = { titleLines: [], bylines: [], lead: [], body: [], leadOpen: false };
    this.#drafts.push(draft);
    return draft;
  }

  /** The article began with the paragraph its title interrupts; captions met since then are its own as well. */
  #beginAtParagraph(): void {
    const from = this.#draft();
    const at = this.#paragraph ? from.body.indexOf(this.#paragraph) : -1;
    const taken = at < 0 ? [] : from.body.splice(at);
    this.#begin().body = taken;
    this.#warnings.push({
      code: "warning.article-start-uncertain",
      parameters: { text: quoted(taken[0]?.text ?? "") },
    });
  }

  #closeLead(lead: "none" | "open" | "closed"): void {
    if (lead === "closed") this.#draft().leadOpen = false;
  }

  #article(draft: Draft): ImportedArticle {
    const [lead, afterLead] = this.#splitLead(draft.lead);
    const body = [...afterLead, ...draft.body];
    const text = [...lead, ...body].map((item) => item.text).join("\n");
    const block = readTitleBlock(draft.titleLines, text);
    for (const item of [...lead, ...body]) {
      if (item.kind === "paragraph" && !endsSentence(item.text) && !/[：:；;]$/u.test(item.text)) {
        this.#warnings.push({
          code: "warning.paragraph-without-end",
          parameters: { text: quoted(item.text) },
        });
      }
    }
    if (block.title === "") {
      this.#warnings.push({
        code: "warning.article-without-title",
        parameters: { text: text.slice(0, QUOTED) },
      });
    }
    return {
      ...emptyArticle(),
      ...block,
      byline: draft.bylines.join(" "),
      lead: lead.map(toBlock),
      body: body.map(toBlock),
    };
  }

  #splitLead(lead: readonly Item[]): readonly [readonly Item[], readonly Item[]] {
    if (lead.length <= LEAD_PARAGRAPHS_AT_MOST) return [lead, []];
    const found = lead.findIndex((item, index) => index > 0 && opensBody(item.text));
    const end = found > 0 && found <= LEAD_PARAGRAPHS_AT_MOST ? found : 1;
    this.#warnings.push({
      code: "warning.lead-end-uncertain",
      parameters: { text: quoted(lead[0]?.text ?? "") },
    });
    return [lead.slice(0, end), lead.slice(end)];
  }
}

function quoted(text: string): string {
  return text.slice(-QUOTED);
}

function toBlock(item: Item): Block {
  switch (item.kind) {
    case "heading": {
      const level = HEADING_LEVEL + Math.max(0, (outlineLevel(item.text) ?? 1) - 1);
      return { type: "heading", level, content: plain(item.text) };
    }
    case "paragraph":
      return { type: "paragraph", content: plain(item.text) };
    case "figure":
      return { type: "figure", image: null, caption: plain(item.text), alt: "" };
  }
}
