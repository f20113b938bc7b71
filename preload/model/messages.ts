/** Every sentence the user sees, by code and parameters, in Chinese and English. */
import { bookmarks } from "./messages/bookmarks.ts";
import { commandLine } from "./messages/command-line.ts";
import { correcting } from "./messages/correcting.ts";
import { errors } from "./messages/errors.ts";
import { importing } from "./messages/importing.ts";
import { library } from "./messages/library.ts";
import { menus } from "./messages/menus.ts";
import type { Pair } from "./messages/pair.ts";
import { printing } from "./messages/printing.ts";
import { quickFind } from "./messages/quick-find.ts";
import { reading } from "./messages/reading.ts";
import { search } from "./messages/search.ts";
import { settings } from "./messages/settings.ts";
import type { Failure } from "./result.ts";
import type { Settings } from "./settings.ts";

export type Language = Settings["language"];

const messages = {
  ...bookmarks,
  ...commandLine,
  ...correcting,
  ...errors,
  ...importing,
  ...library,
  ...menus,
  ...printing,
  ...quickFind,
  ...reading,
  ...search,
  ...settings,
};

export type MessageCode = keyof typeof messages;

export type ParametersOf<Code extends MessageCode> =
  (typeof messages)[Code] extends Pair<infer Parameters>
    ? Parameters extends undefined
      ? []
      : [parameters: Parameters]
    : never;

export function say<Code extends MessageCode>(
  language: Language,
  code: Code,
  ...parameters: ParametersOf<Code>
): string {
  const entry: Pair<never> | Pair = messages[code];
  const sentence: unknown = language === "en" ? entry.en : entry.zh;
  return typeof sentence === "function" ? sentence(...parameters) : String(sentence);
}

/** The sentence of something that crossed a border as code and parameters, where the compiler no longer sees their pairing. */
export function sayCode(language: Language, code: string, parameters: Failure["parameters"]): string {
  return code in messages ? say(language, code as MessageCode, ...([parameters] as never)) : code;
}

export function sayFailure(language: Language, failure: Failure): string {
  return sayCode(language, failure.code, failure.parameters);
}
