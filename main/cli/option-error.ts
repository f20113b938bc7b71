/** What is wrong with an option: it is none of ours, or lacks what it takes. */
import type { UsageError } from "./usage-error.ts";
import { wrong } from "./usage-error.ts";

/** What may stand after an option, for those that were given nothing. */
const EXAMPLES: Readonly<Record<string, string>> = {
  "--library": "my-library",
  "--publication": "县报",
  "--date": "2021-02-05",
  "--page": "3",
  "--page-name": "要闻",
  "--password": "1234",
  "--encoding": "gbk",
  "--batch": "01234567-89ab-cdef-0123-456789abcdef",
  "--limit": "20",
  "--offset": "20",
  "--exact": "春耕",
  "--note": "春耕",
  "--tag": "春耕",
  "--color": "yellow",
  "--format": "docx",
  "--template": "gongwen",
  "--pdf": "1.pdf",
  "--sections": "2,4-5",
  "--language": "en",
};

/** `parseArgs` throws with a code and an English sentence; only the option it is about is of use. `known`: the names of all options. */
export function optionError(error: unknown, args: readonly string[], known: readonly string[]): UsageError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!code.startsWith("ERR_PARSE_ARGS")) throw error;
  const named = error instanceof Error ? /'(?:-\w, )?(-[^' ,=]+)/.exec(error.message)?.[1] : undefined;
  const given = named ?? args.find((argument) => argument.startsWith("-")) ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return wrong("usage.unknown-option", given);
  const example = EXAMPLES[given];
  if (example === undefined) return wrong("usage.takes-no-value", given);
  const next = args[args.indexOf(given) + 1];
  const isOption = next === undefined || /^-[hv]$/.test(next) || known.includes(optionNamed(next));
  return isOption ? wrong("usage.no-value", given, example) : wrong("usage.value-like-option", given);
}

/** `--date=2021-02-05` → `date`. */
function optionNamed(argument: string): string {
  return argument.replace(/^--|=.*$/gs, "");
}
