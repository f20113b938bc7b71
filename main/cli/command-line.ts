/** The command line: the same services without a window, for the packaged program and for plain Node. */
import { resolve } from "node:path";
import packageDescription from "../../package.json" with { type: "json" };
import type { Language } from "../../preload/model/messages.ts";
import { say, sayFailure } from "../../preload/model/messages.ts";
import { FailureError } from "../../preload/model/result.ts";
import { openDatabase } from "../database.ts";
import type { StartReader } from "../importing/reader-start.ts";
import type { CommandLine } from "./arguments.ts";
import { commandNames, parseCommandLine } from "./arguments.ts";
import {
  bookmarkCommand,
  bookmarksCommand,
  exportBookmarksCommand,
  importBookmarksCommand,
} from "./bookmark-commands.ts";
import type { CommandContext, CommandResult } from "./commands.ts";
import { importCommand, listCommand, searchCommand, showCommand, undoImportCommand } from "./commands.ts";
import type { OpenPrinting } from "./print-command.ts";
import { printCommand } from "./print-command.ts";
import type { OutputStream } from "./terminal.ts";
import { print, progressBar } from "./terminal.ts";

export interface CommandLineServices {
  readonly startReader: StartReader;
  /** The path of database-thread, as source or as built. */
  readonly databaseThread: string | URL;
  readonly standardOutput?: OutputStream;
  readonly standardError?: OutputStream;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Absent where there is no page to print from, as under plain Node. */
  readonly openPrinting?: OpenPrinting;
  /** Stops an import between two files. */
  readonly signal?: AbortSignal;
}

export type ExitCode = 0 | 1 | 2;

/** Whether the program was started with a command, and so needs no window. */
export function isCommandLine(args: readonly string[]): boolean {
  const [first] = args;
  return (
    commandNames.some((name) => name === first) ||
    args.some((argument) => /^(?:--help|-h|--version|-v|--library(?:=.*)?|--json)$/.test(argument))
  );
}

/** Resolves with the exit code: 0 done, 1 something failed, 2 wrong usage. All output is written by then. */
export async function runCommandLine(
  args: readonly string[],
  services: CommandLineServices,
): Promise<ExitCode> {
  const { standardOutput = process.stdout, standardError = process.stderr } = services;
  const { language, json, asked } = parseCommandLine(args, services.environment ?? process.env);
  const complain = async (code: string, message: string) => {
    if (json) await print(standardOutput, JSON.stringify({ error: { code, message } }));
    await print(standardError, message);
  };
  if ("code" in asked) {
    await complain(asked.code, say(language, asked.code, asked.parameters));
    if (!json) await print(standardError, say(language, "cli.see-help"));
    return 2;
  }
  try {
    const result = await run(asked, language, services, standardError);
    for (const remark of result.remarks) await print(standardError, remark);
    await print(standardOutput, json ? JSON.stringify(result.value) : result.lines.join("\n"));
    return result.exitCode;
  } catch (error) {
    const failure = failureOf(error);
    await complain(failure.code, sayFailure(language, failure));
    return 1;
  }
}

async function run(
  asked: CommandLine,
  language: Language,
  services: CommandLineServices,
  standardError: OutputStream,
): Promise<CommandResult> {
  if (asked.command === "help" || asked.command === "version") {
    const { version } = packageDescription;
    const text = asked.command === "help" ? say(language, "cli.help", { version }) : version;
    return {
      exitCode: 0,
      value: asked.command === "help" ? { help: text } : { version },
      lines: [text],
      remarks: [],
    };
  }
  const directory = resolve(asked.library);
  const database = await openDatabase({ directory, thread: services.databaseThread });
  const bar = progressBar(standardError);
  const context: CommandContext = {
    ...{ database, language },
    startReader: services.startReader,
    signal: services.signal ?? new AbortController().signal,
    onProgress: bar.show,
  };
  try {
    switch (asked.command) {
      case "import":
        return await importCommand(asked, context);
      case "undo-import":
        return await undoImportCommand(asked, context);
      case "list":
        return await listCommand(asked, context);
      case "show":
        return await showCommand(asked, context);
      case "search":
        return await searchCommand(asked, context);
      case "bookmark":
        return await bookmarkCommand(asked, context);
      case "bookmarks":
        return await bookmarksCommand(context);
      case "export-bookmarks":
        return await exportBookmarksCommand(asked, context);
      case "import-bookmarks":
        return await importBookmarksCommand(asked, context);
      case "print":
        return await printCommand(asked, context, services.openPrinting);
    }
  } finally {
    bar.clear();
    await database.close();
  }
}

function failureOf(error: unknown): FailureError["failure"] {
  if (error instanceof FailureError) return error.failure;
  console.error(error);
  return { code: "internal", parameters: { detail: error instanceof Error ? error.message : String(error) } };
}
