/**
 * Sees in what any reader yields whether it is an official document (公文), and takes what its head and foot state into
 * fields. The text keeps every character: the lines above the title become the kicker, a number below it the subtitle,
 * and all the rest stays where it stands.
 */
import type { Block, ImportedArticle, Inline, OfficialDocument } from "../../../preload/model/article.ts";
import { articleFieldsSchema, emptyOfficialDocument } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { markAtHead, markBeside } from "./classification.ts";
import { type Foot, footOf } from "./foot.ts";
import { frontOf } from "./front.ts";
import type { FrontLine } from "./front-lines.ts";
import type { Front } from "./front-result.ts";
import { withOfficialHeadings, withOutlineHeadings } from "./headings.ts";
import type { ClassificationMark } from "./mark-line.ts";
import { isNewsLine } from "./page-lines.ts";
import { compact, documentNumberOf, namesABody } from "./words.ts";

export interface Recognised {
  readonly article: ImportedArticle;
  /** The classification at its head (绝密, 机密, 秘密★…) that forbids keeping it; null for all others. */
  readonly secret: ClassificationMark | null;
}

/** Lines of the front that are looked at: a head of many bodies, a title of several lines, the addressees. */
const FRONT_LINES = 24;

/** `fileTitle`: the title that the file's name gave, which is no line of the document. `beside`: see `headLines`. */
export function recogniseOfficialDocument(
  article: ImportedArticle,
  fileTitle: string,
  beside: readonly string[] = [],
): Recognised {
  const lines = frontLines(article, fileTitle);
  const texts = lines.map(({ text }) => text);
  const front = frontOf(lines);
  // Most articles' beginnings say that they are none: then their ends need no look.
  const foot = canBeOfficial(article, front) ? footBelow(article, front) : null;
  const isOfficial =
    foot !== null && (statesEnough(front, foot) || isSignedAnnouncement(article, front, foot));
  const title = lines.find(({ field }) => field === "title")?.text ?? "";
  const mark = (kind: ClassificationMark["kind"], isMeant: boolean) =>
    markAtHead(texts, kind, { isOfficial: isMeant, title, isSigned: () => isSigned(article) }) ??
    markBeside(beside, kind, { isOfficial: isMeant, titles: [title, fileTitle, texts[0] ?? ""] });
  const secret = mark("secret", isOfficial || front.documentNumber !== "");
  const internal = mark("internal", isOfficial);
  if (isOfficial) {
    const stated = statedBy(article, front, foot);
    // A mark in a box or a page header stands beside the front's lines.
    const classification = stated.classification || (secret ?? internal)?.mark || "";
    return { article: lifted(article, front, { ...stated, classification }), secret };
  }
  const outlined = isNews(article) ? article : { ...article, body: withOutlineHeadings(article.body) };
  const found = secret ?? internal;
  if (found === null) return { article: outlined, secret };
  const official = { ...emptyOfficialDocument, ...article.official, classification: found.mark };
  return { article: { ...outlined, official }, secret };
}

/** Minutes name at their head who made them, and when; what a meeting adopted is of its day. */
function footBelow({ body }: ImportedArticle, { end, issued }: Front): Foot {
  const foot = footOf(linesOf(body.slice(end)));
  return issued === null || issued.signedOn === null
    ? foot
    : { ...foot, signature: issued.signature, signedOn: issued.signedOn };
}

/** Signed by a body and dated, or printed by one. */
function isSigned({ body }: ImportedArticle): boolean {
  const { signature, signedOn, printedOn } = footOf(linesOf(body));
  return (signature !== "" && signedOn !== null) || printedOn !== null;
}

/** The fields that stand above the text, then the first blocks; those of a table by their cells, which are never lifted. */
function frontLines(article: ImportedArticle, fileTitle: string): readonly FrontLine[] {
  const { kicker, title, subtitle } = article;
  const own = title.trim() === fileTitle.trim() ? "" : title;
  const fields = [
    { text: kicker, field: "kicker" as const },
    { text: own, field: "title" as const },
    { text: subtitle, field: "subtitle" as const },
  ];
  const blocks = article.body.slice(0, FRONT_LINES).flatMap((block, index) => {
    const liftable = isLiftable(block);
    return linesOf([block]).map((text) => ({ text, block: index, liftable }));
  });
  const lead = linesOf(article.lead).map((text) => ({ text, block: -1, liftable: false }));
  return [...fields.filter(({ text }) => text.trim() !== ""), ...lead, ...blocks];
}

/** Each paragraph of the blocks and of what they hold; a line break begins a line of its own. */
function linesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(linesOfBlock);
}

function linesOfBlock(block: Block): readonly string[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "preformatted":
      return inlineText(block.content)
        .split("\n")
        .filter((line) => line.trim() !== "");
    case "list":
      return block.items.flatMap((item, index) => numberedLines(item, block.ordered, block.start + index));
    case "table":
      return block.rows.flatMap((row) => row.flatMap((cell) => linesOf(cell.blocks)));
    case "quote":
      return linesOf(block.blocks);
    case "figure":
    case "divider":
    case "footnote":
      return [];
  }
}

function numberedLines(item: readonly Block[], ordered: boolean, number: number): readonly string[] {
  const [first, ...others] = linesOf(item);
  if (first === undefined) return [];
  return [ordered ? `${number}.${first}` : first, ...others];
}

/** Only text, line breaks and page marks can stand in a field without losing anything. */
function isLiftable(block: Block): boolean {
  return (
    (block.type === "paragraph" || block.type === "heading") &&
    block.content.every(({ type }) => type === "text" || type === "line-break" || type === "page-mark")
  );
}

function canBeOfficial(
  article: ImportedArticle,
  { documentNumber, hasFileMark, isTitled, mayAnnounce, isOfAnother }: Front,
): boolean {
  const isLikely = documentNumber !== "" || hasFileMark || isTitled || mayAnnounce;
  return !isNews(article) && !isOfAnother && isLikely;
}

/** Newspapers print documents too, with their own titles, authors and pages. */
function isNews({ page, credits, byline, lead, body }: ImportedArticle): boolean {
  const isPictured = credits !== "" && !EDITED.test(credits);
  return page !== "" || isPictured || lead.length > 0 || /记者|通讯员/u.test(byline) || beginsAsNews(body);
}

/** The first lines below a headline name the paper or the agency, or who wrote it. */
function beginsAsNews(body: readonly Block[]): boolean {
  return body
    .slice(0, NEWS_LINES)
    .some((block) => block.type === "paragraph" && isNewsLine(inlineText(block.content)));
}

const NEWS_LINES = 4;

/** Sites name who put a document there. */
const EDITED = /^(?:(?:责任|本文|值班)?编辑|责编|校对|审核|[初复终][审校])：/u;

/** The number, or the mark of the issuing body, with one thing more; or title, addressee and signature together. */
function statesEnough(front: Front, foot: Foot): boolean {
  const { documentNumber, hasFileMark, isTitled, addressees } = front;
  if (documentNumber !== "") return isTitled || hasFileMark || addressees !== "";
  if (hasFileMark) return isTitled || addressees !== "";
  const isSigned = foot.signature !== "" && foot.signedOn !== null;
  const isAnnounced = isSigned && isAnnouncement(compact(front.title.join("")), foot.signature);
  if (front.isAdopted) return true;
  return isTitled && ((addressees !== "" && isSigned) || foot.printedOn !== null || isAnnounced);
}

/** Without 关于 in its title, a text is an announcement of who signed it where its title or its own words say so. */
function isSignedAnnouncement({ body }: ImportedArticle, front: Front, foot: Foot): boolean {
  const bodies = foot.signature.split(" ");
  if (!front.mayAnnounce || foot.signedOn === null || !bodies.every(namesABody)) return false;
  const title = compact(front.title.join(""));
  return (
    /公报$/u.test(title) ||
    bodies.some((name) => title.startsWith(name)) ||
    linesOf(body).some((line) => /特此[公通]告|予以?[公通]告|[公通]告如下/u.test(line))
  );
}

/** 公告 and 通告 address everyone and so nobody; so may a decision or a notice that whoever issues it has signed. */
function isAnnouncement(title: string, signature: string): boolean {
  if (/[公通]告$/u.test(title)) return true;
  const [issuer = "", about] = title.split(/关于(.*)/su);
  const isIssuers = issuer === "" || signature.split(" ").some((body) => issuer.includes(body));
  return isIssuers && /(?:通知|通报|决定|决议|命令|意见)$/u.test(about ?? "");
}

function statedBy(article: ImportedArticle, front: Front, foot: Foot): OfficialDocument {
  const found: OfficialDocument = {
    ...emptyOfficialDocument,
    ...{ documentNumber: front.documentNumber, addressees: front.addressees },
    ...{ classification: front.classification, copyNumber: front.copyNumber },
    ...{ urgency: front.urgency, signer: front.signer },
    ...foot,
    issuingBody: front.marks.join(" ") || foot.signature.split(" ").filter(namesABody).join(" "),
  };
  // What the reader knew, from a page's table of properties or the like, counts before what the text seems to say.
  const known = Object.entries(article.official ?? {}).filter(
    ([, value]) => value !== null && value.length > 0,
  );
  const stated: OfficialDocument = { ...found, ...Object.fromEntries(known) };
  const { documentNumber } = stated;
  return { ...stated, documentNumber: documentNumberOf(compact(documentNumber)) ?? documentNumber };
}

function lifted(article: ImportedArticle, front: Front, official: OfficialDocument): ImportedArticle {
  const issuedOn = article.issuedOn ?? official.signedOn;
  const { shape } = articleFieldsSchema;
  const kicker = front.kicker.join("　");
  const title = front.title.join("") || (front.isTitleInHead ? "" : article.title);
  // A document without a title of its own keeps what its reader called it.
  const fits = title !== "" && shape.kicker.safeParse(kicker).success && shape.title.safeParse(title).success;
  const body = fits ? withoutBlocks(article.body, front.taken) : article.body;
  const fields = fits ? { kicker, title, subtitle: front.subtitle.join("　") } : {};
  const { attachments, signedOn } = official;
  const headed = withOfficialHeadings(body, { title: fields.title ?? article.title, attachments, signedOn });
  return { ...article, ...fields, issuedOn, official, body: headed };
}

/** Page marks of the blocks that go are kept at the beginning of the first that stays. */
function withoutBlocks(body: readonly Block[], taken: ReadonlySet<number>): readonly Block[] {
  const marks = body
    .filter((_, index) => taken.has(index))
    .flatMap((block) => ("content" in block ? block.content.filter(({ type }) => type === "page-mark") : []));
  const kept = body.filter((_, index) => !taken.has(index));
  const [first, ...others] = kept;
  if (marks.length === 0 || first === undefined) return kept;
  return first.type === "paragraph" || first.type === "heading"
    ? [{ ...first, content: [...marks, ...first.content] as readonly Inline[] }, ...others]
    : [{ type: "paragraph", content: marks }, ...kept];
}
