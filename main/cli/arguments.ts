/** What was typed after `antou` → one command, or the reason why it is none. */
import { parseArgs } from "node:util";
import type { BatchDetails } from "../../preload/model/import-report.ts";
import { batchDetailsSchema } from "../../preload/model/import-report.ts";
import type { Language } from "../../preload/model/messages.ts";
import { knownLabel } from "../importing/decode-text.ts";
import type { BookmarkCommandLine } from "./bookmark-arguments.ts";
import { bookmarkCommand, bookmarkCommandNames } from "./bookmark-arguments.ts";
import { optionError } from "./option-error.ts";
import type { PrintCommandLine } from "./print-arguments.ts";
import { printCommandLine } from "./print-arguments.ts";
import type { UsageError } from "./usage-error.ts";
import { articleNumber, wrong } from "./usage-error.ts";

export type ShowForm = "article" | "text" | "sections";

export type CommandLine =
  | {
      readonly command: "import";
      readonly library: string;
      readonly paths: readonly string[];
      readonly details: BatchDetails;
      readonly password: string | undefined;
      /** A label of the Encoding Standard. */
      readonly encoding: string | undefined;
    }
  /** `batch`: null for the last import. */
  | { readonly command: "undo-import"; readonly library: string; readonly batch: string | null }
  | { readonly command: "list"; readonly library: string }
  | { readonly command: "show"; readonly library: string; readonly id: number; readonly form: ShowForm }
  | {
      readonly command: "search";
      readonly library: string;
      readonly query: string;
      readonly limit: number;
      readonly offset: number;
    }
  | BookmarkCommandLine
  | PrintCommandLine
  | { readonly command: "help" }
  | { readonly command: "version" };

export interface ParsedCommandLine {
  readonly language: Language;
  readonly json: boolean;
  readonly asked: CommandLine | UsageError;
}

/** The commands as they are typed. */
export const commandNames = [
  "import",
  "undo-import",
  "list",
  "show",
  "search",
  ...bookmarkCommandNames,
  "print",
  "help",
] as const;

const options = {
  library: { type: "string" },
  json: { type: "boolean" },
  text: { type: "boolean" },
  sections: { type: "boolean" },
  template: { type: "string" },
  "no-images": { type: "boolean" },
  pdf: { type: "string" },
  publication: { type: "string" },
  date: { type: "string" },
  page: { type: "string" },
  "page-name": { type: "string" },
  password: { type: "string" },
  encoding: { type: "string" },
  batch: { type: "string" },
  limit: { type: "string" },
  exact: { type: "string" },
  note: { type: "string" },
  tag: { type: "string", multiple: true },
  color: { type: "string" },
  format: { type: "string" },
  "dry-run": { type: "boolean" },
  offset: { type: "string" },
  language: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

type Values = ReturnType<typeof parseOptions>["values"];

function parseOptions(args: readonly string[]) {
  const given = { args: [...args], allowPositionals: true } as const;
  const [command] = parseArgs({ ...given, options, strict: false }).positionals;
  // `show` lists the sections, `print` is told which.
  const sections = command === "print" ? ({ type: "string" } as const) : options.sections;
  return parseArgs({ ...given, options: { ...options, sections }, strict: true });
}

/** `environment` decides the language where no `--language` does. */
export function parseCommandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ParsedCommandLine {
  const system = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  const fallback: Language = system.startsWith("en") ? "en" : "zh-CN";
  // Wanted even where the rest is wrong: the complaint is then written as it was asked for.
  const json = args.includes("--json");
  const language = languageIn(args) ?? fallback;
  try {
    const { values, positionals } = parseOptions(withWordsLeftOut(args));
    if (values.language !== undefined && !LANGUAGE.test(values.language)) {
      return { language, json, asked: wrong("usage.bad-language", values.language) };
    }
    return { language, json, asked: commandOf(positionals.map(unmarked), values) };
  } catch (error) {
    return { language, json, asked: optionError(error, args, Object.keys(options)) };
  }
}

const LANGUAGE = /^(?:en|zh)(?![a-z])/i;

/** The last one named, as `parseArgs` has it. */
function languageIn(args: readonly string[]): Language | null {
  const named = args.flatMap((argument, place) => {
    if (argument.startsWith("--language=")) return [argument.slice("--language=".length)];
    return argument === "--language" ? [args[place + 1] ?? ""] : [];
  });
  const last = named.at(-1) ?? "";
  return LANGUAGE.test(last) ? (/^en/i.test(last) ? "en" : "zh-CN") : null;
}

/** Stands before a word that is none of ours to read: no argument holds this character. */
const MARK = "\u0000";

/** In a query `-词` leaves a word out; `parseArgs` would take it for options. */
function withWordsLeftOut(args: readonly string[]): readonly string[] {
  let command: string | null = null;
  return args.map((argument, place) => {
    const before = args[place - 1] ?? "";
    if (before.startsWith("--") && takesValue(before.slice(2))) return argument;
    const isLeftOut = command === "search" && /^-[^-]/.test(argument) && !/^-[hv]$/.test(argument);
    if (!argument.startsWith("-")) command ??= argument;
    return isLeftOut ? MARK + argument : argument;
  });
}

function takesValue(option: string): boolean {
  return Object.entries(options).some(([name, { type }]) => name === option && type === "string");
}

function unmarked(argument: string): string {
  return argument.startsWith(MARK) ? argument.slice(MARK.length) : argument;
}

function commandOf(positionals: readonly string[], values: Values): CommandLine | UsageError {
  const [name, ...rest] = positionals;
  if (values.version === true) return { command: "version" };
  if (values.help === true || name === undefined || name === "help") return { command: "help" };
  const known = commandNames.find((candidate) => candidate === name);
  if (known === undefined) return wrong("usage.unknown-command", name);
  const stray = strayOption(known, values);
  if (stray !== null) return stray;
  const { library } = values;
  if (library === undefined || library === "") return wrong("usage.no-library", name);
  switch (known) {
    case "import":
      return importCommand(library, rest, values);
    case "undo-import":
      return undoCommand(library, rest, values);
    case "list":
      return rest.length > 0 ? wrong("usage.too-many", rest.join(" ")) : { command: "list", library };
    case "show":
      return showCommand(library, rest, values);
    case "search":
      return searchCommand(library, rest, values);
    case "bookmark":
    case "bookmarks":
    case "export-bookmarks":
    case "import-bookmarks":
      return bookmarkCommand(known, library, rest, values);
    case "print":
      return printCommandLine(library, rest, { ...values, sections: values.sections?.toString() });
    case "help":
      return { command: "help" };
  }
}

/** Which options only one command knows: with another they would be ignored in silence. */
const OPTIONS_OF: Readonly<Record<string, string>> = {
  publication: "import",
  date: "import",
  page: "import",
  "page-name": "import",
  password: "import",
  encoding: "import",
  batch: "undo-import",
  text: "show",
  template: "print",
  "no-images": "print",
  pdf: "print",
  limit: "search",
  exact: "bookmark",
  note: "bookmark",
  tag: "bookmark",
  color: "bookmark",
  format: "export-bookmarks",
  "dry-run": "import-bookmarks",
  offset: "search",
};

function strayOption(command: string, values: Values): UsageError | null {
  if (values.sections !== undefined && command !== "show" && command !== "print") {
    return wrong("usage.option-elsewhere", "--sections", "show, print");
  }
  const stray = Object.keys(values).find((option) => (OPTIONS_OF[option] ?? command) !== command);
  return stray === undefined ? null : wrong("usage.option-elsewhere", `--${stray}`, OPTIONS_OF[stray]);
}

function importCommand(library: string, paths: readonly string[], values: Values): CommandLine | UsageError {
  // An empty one, as scripts give it where a variable is not set, would be the folder that the command was started in.
  if (paths.length === 0 || paths.includes("")) return wrong("usage.no-paths", "import");
  const details = batchDetailsSchema.safeParse({
    publication: values.publication ?? "",
    issuedOn: values.date ?? null,
    page: values.page ?? "",
    pageName: values["page-name"] ?? "",
  });
  const { password } = values;
  const encoding = values.encoding === undefined ? undefined : knownLabel(values.encoding);
  if (encoding === null) return wrong("usage.bad-encoding", values.encoding ?? "");
  if (details.success)
    return { command: "import", library, paths, details: details.data, password, encoding };
  const [issue] = details.error.issues;
  const field = issue?.path[0];
  if (field === "issuedOn") return wrong("usage.bad-date", values.date ?? "");
  const option = field === "pageName" ? "page-name" : String(field);
  return wrong("usage.too-long", `--${option}`, issue?.code === "too_big" ? String(issue.maximum) : "");
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function undoCommand(library: string, rest: readonly string[], { batch }: Values): CommandLine | UsageError {
  if (rest.length > 0) return wrong("usage.too-many", rest.join(" "));
  if (batch !== undefined && !UUID.test(batch)) return wrong("usage.bad-batch", batch);
  return { command: "undo-import", library, batch: batch?.toLowerCase() ?? null };
}

function showCommand(library: string, rest: readonly string[], values: Values): CommandLine | UsageError {
  const [id, ...more] = rest;
  if (id === undefined) return wrong("usage.no-article", "show");
  const article = articleNumber(id);
  if (article === null) return wrong("usage.bad-article", id);
  if (more.length > 0) return wrong("usage.too-many", more.join(" "));
  if (values.text === true && values.sections === true)
    return wrong("usage.not-together", "--text", "--sections");
  // Canonical text is no JSON value.
  if (values.text === true && values.json === true) return wrong("usage.not-together", "--text", "--json");
  const form = values.text === true ? "text" : values.sections === true ? "sections" : "article";
  return { command: "show", library, id: article, form };
}

/** Words given apart are one query, as they would be in the window. */
function searchCommand(library: string, words: readonly string[], values: Values): CommandLine | UsageError {
  const query = words.join(" ");
  if (query.trim() === "") return wrong("usage.no-query", "search");
  const { limit = "20", offset = "0" } = values;
  if (!/^[1-9]\d{0,5}$/.test(limit)) return wrong("usage.bad-count", limit, "--limit");
  if (!/^\d{1,9}$/.test(offset)) return wrong("usage.bad-count", offset, "--offset");
  return { command: "search", library, query, limit: Number(limit), offset: Number(offset) };
}
