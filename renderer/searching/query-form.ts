/**
 * The advanced form (高级搜索) and the query it writes: an inverse pair. What a query says beyond the form's fields is
 * kept as it is in `rest`, so that opening the form and closing it loses nothing.
 */
import type { FieldFilter, Query, Term } from "../../preload/model/search-query.ts";
import { parseQuery } from "../../preload/model/search-query.ts";

export interface QueryForm {
  /** Words, or phrases in quotes, parted by spaces. */
  readonly all: string;
  readonly any: string;
  readonly none: string;
  /** `2021`, `2021-06` or `2021-06-05`; empty: open. */
  readonly from: string;
  readonly to: string;
  readonly source: string;
  /** In the query language. */
  readonly rest: string;
}

export const emptyForm: QueryForm = { all: "", any: "", none: "", from: "", to: "", source: "", rest: "" };

export function queryOfForm(form: QueryForm): string {
  const range = form.from === form.to ? form.from : `${form.from}..${form.to}`;
  return [
    ...wordsOf(form.all),
    wordsOf(form.any).join(" OR "),
    ...wordsOf(form.none).map((word) => `-${word}`),
    range === "" ? "" : `日期:${range}`,
    form.source.trim() === "" ? "" : `来源:${quoted(form.source.trim())}`,
    form.rest.trim(),
  ]
    .filter((piece) => piece !== "")
    .join(" ");
}

export function formOfQuery(text: string): QueryForm {
  const query = parseQuery(text);
  const any = query.clauses.find(isPlainChoice) ?? [];
  const all = query.clauses.flatMap((clause) => (clause.every(isPlain) && clause.length === 1 ? clause : []));
  const dates = onlyOne(query.filters, isDateFilter);
  const source = onlyOne(query.filters, isSource);
  return {
    all: all.map(writtenTerm).join(" "),
    any: any.map(writtenTerm).join(" "),
    none: query.excluded.filter(isPlain).map(writtenTerm).join(" "),
    from: shortDate(dates?.from ?? "", "-01"),
    to: shortDate(dates?.to ?? "", "-31"),
    source: source?.value ?? "",
    rest: restOf(query, any, [dates, source]).join(" "),
  };
}

/** Whether a date's field holds what a query can say. */
export function isDate(text: string): boolean {
  return text === "" || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);
}

function isPlain(term: Term): boolean {
  return term.column === "any";
}

function isPlainChoice(clause: readonly Term[]): boolean {
  return clause.length > 1 && clause.every(isPlain);
}

/** The only filter of a field; several are alternatives, for which the form has no room. */
function onlyOne<Filter extends FieldFilter>(
  filters: readonly FieldFilter[],
  isOfField: (filter: FieldFilter) => filter is Filter,
): Filter | undefined {
  const found = filters.filter(isOfField);
  return found.length === 1 ? found[0] : undefined;
}

function isDateFilter(filter: FieldFilter): filter is Extract<FieldFilter, { field: "date" }> {
  return filter.field === "date";
}

function isSource(filter: FieldFilter): filter is Extract<FieldFilter, { value: string }> {
  return filter.field === "publication";
}

function restOf(
  query: Query,
  any: readonly Term[],
  taken: readonly (FieldFilter | undefined)[],
): readonly string[] {
  const clauses = query.clauses.filter(
    (clause) => clause !== any && !(clause.length === 1 && clause.every(isPlain)),
  );
  return [
    ...clauses.map((clause) => clause.map(writtenTerm).join(" OR ")),
    ...query.excluded.filter((term) => !isPlain(term)).map((term) => `-${writtenTerm(term)}`),
    ...query.filters.filter((filter) => !taken.includes(filter)).map(writtenFilter),
    ...query.excludedFilters.map((filter) => `-${writtenFilter(filter)}`),
  ];
}

function writtenTerm({ text, prefix, column }: Term): string {
  return `${column === "title" ? "标题:" : ""}${quoted(text)}${prefix ? "*" : ""}`;
}

function writtenFilter(filter: FieldFilter): string {
  switch (filter.field) {
    case "publication":
      return `来源:${quoted(filter.value)}`;
    case "tag":
      return `标签:${quoted(filter.value)}`;
    case "page":
      return `版:${quoted(filter.value)}`;
    case "number":
      return `字号:${quoted(filter.value)}`;
    case "has":
      return filter.value === "picture" ? "有:图" : "有:标注";
    case "date": {
      const from = shortDate(filter.from ?? "", "-01");
      const to = shortDate(filter.to ?? "", "-31");
      return `日期:${from === to ? from : `${from}..${to}`}`;
    }
  }
}

/** The query that finds the articles with a tag. */
export function queryOfTag(tag: string): string {
  return writtenFilter({ field: "tag", value: tag });
}

/** In quotes unless it reads the same without. A quotation mark inside, which would end the phrase, is left out. */
function quoted(text: string): string {
  const bare = text
    .replace(/["“”＂]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return readsTheSame(text) ? text : `"${bare}"`;
}

function readsTheSame(text: string): boolean {
  const { clauses, excluded, filters, excludedFilters, hints } = parseQuery(text);
  const term = clauses.length === 1 && clauses[0]?.length === 1 ? clauses[0][0] : undefined;
  const isAlone = excluded.length + filters.length + excludedFilters.length + hints.length === 0;
  return isAlone && term !== undefined && isPlain(term) && term.text === text && !term.prefix;
}

/** What is typed into one of the fields as pieces of a query: phrases in quotes, a Latin word's beginning with *. */
function wordsOf(typed: string): readonly string[] {
  const words: string[] = [];
  for (const [, phrase, phraseStar = "", word = ""] of typed.matchAll(
    /["“”＂]([^"“”＂]*)["“”＂]([*＊]?)|(\S+)/g,
  )) {
    const star = phrase === undefined ? (/[*＊]$/.exec(word)?.[0] ?? "") : phraseStar;
    const text = (phrase ?? word.slice(0, word.length - star.length)).trim();
    if (text !== "") words.push(quoted(text) + (star === "" ? "" : "*"));
  }
  return words;
}

/** A month for its first or last day, a year for its first or last month. `edge` is the day that needs no saying. */
function shortDate(day: string, edge: "-01" | "-31"): string {
  if (!day.endsWith(edge)) return day;
  const month = day.slice(0, "YYYY-MM".length);
  return month.endsWith(edge === "-01" ? "-01" : "-12") ? month.slice(0, "YYYY".length) : month;
}
