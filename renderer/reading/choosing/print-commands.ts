/** What the reading view prints: the selection, else what is ticked, else the article. */
import type { Article } from "../../../preload/model/article.ts";
import type { Span } from "../../../preload/model/article-text.ts";
import type { MenuTarget } from "../../../preload/model/menu-target.ts";
import type { ChosenPiece } from "../../../preload/model/print.ts";
import type { Section } from "../../../preload/model/sections.ts";
import { useCommands } from "../../ui/commands.ts";
import { useFrame } from "../../ui/frame-context.ts";
import { useSay } from "../../ui/language.ts";
import { usePrintList } from "../../ui/print-list.ts";
import type { ArticleModel } from "../article-model.ts";
import { passageSelected } from "../marking/use-selection.ts";
import type { OpenPage } from "../use-page.ts";
import { partAt, piecesOf } from "./chosen-parts.ts";
import type { Choosing } from "./use-choosing.ts";

export interface PrintActs {
  readonly preview: () => void;
  readonly add: () => void;
  /** Puts the paragraphs that hold the spans on the print list. */
  readonly addPartsOf: (spans: readonly Span[]) => void;
}

/** Characters of a piece without a heading that name it. */
const NAME = 24;

export function usePrintCommands(
  article: Article,
  model: ArticleModel,
  page: OpenPage,
  sections: readonly Section[],
  choosing: Choosing,
): PrintActs {
  const say = useSay();
  const { add } = usePrintList();
  const { preview } = useFrame();
  const { choosable, chosen } = choosing;

  function asked(): readonly ChosenPiece[] {
    const selected = page.page === null ? null : passageSelected(page.page, model);
    if (selected !== null) return [passagePiece(article, selected.span)];
    const ticked = piecesOf(choosable, chosen, article);
    return ticked.length > 0 ? ticked : [wholePiece(article)];
  }
  function nameOf({ span, kind }: ChosenPiece): string {
    if (span === null) return say("print.piece-article");
    const section = sections.find(({ start, end }) => start === span.start && end <= span.end);
    const words = kind === "section" ? section?.title : undefined;
    return words ?? model.shown(span.start, Math.min(span.end, span.start + NAME)).replaceAll(/\s+/g, " ");
  }
  const passageOf = (span: Span | undefined) => (span === undefined ? [] : [passagePiece(article, span)]);
  const acts: PrintActs = {
    preview: () => {
      const pieces = asked();
      const title = article.title === "" ? say("list.untitled") : article.title;
      preview?.({ title, pieces, names: pieces.map(nameOf) });
    },
    addPartsOf: (spans) => {
      const parts = new Set(spans.flatMap(({ start }) => partAt(choosable, start) ?? []));
      void add([...parts].flatMap((part) => passageOf(choosable.parts[part])));
    },
    add: () => {
      void add(asked()).then((done) => {
        if (done && chosen.size > 0) choosing.stop();
      });
    },
  };
  useCommands({
    "print-preview": acts.preview,
    "add-to-print": acts.add,
    "add-section-to-print": (target) => {
      const section = sectionOf(sections, target);
      if (section !== undefined) void add([sectionPiece(article, section)]);
    },
    "choose-sections": () => (choosing.isOn ? choosing.stop() : choosing.start()),
  });
  return acts;
}

function sectionOf(sections: readonly Section[], target: MenuTarget | null): Section | undefined {
  return sections.find(({ number }) => target?.kind === "heading" && number === target.section);
}

type Of = Pick<Article, "id" | "revision">;

export function passagePiece({ id, revision }: Of, { start, end }: Span): ChosenPiece {
  return { article: id, revision, span: { start, end }, kind: "passage" };
}

function sectionPiece({ id, revision }: Of, { start, end }: Section): ChosenPiece {
  return { article: id, revision, span: { start, end }, kind: "section" };
}

function wholePiece({ id, revision }: Of): ChosenPiece {
  return { article: id, revision, span: null, kind: "article" };
}
