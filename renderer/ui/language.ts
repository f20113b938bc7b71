/** Sentences in the language of the settings. */
import { useCallback } from "react";
import {
  type MessageCode,
  type ParametersOf,
  sayCode as sayCodeIn,
  sayFailure as sayFailureIn,
  say as sayIn,
} from "../../preload/model/messages.ts";
import { failureOf } from "../client.ts";
import { useSettings } from "./settings-context.tsx";

export type Say = <Code extends MessageCode>(code: Code, ...parameters: ParametersOf<Code>) => string;

export function useSay(): Say {
  const { language } = useSettings();
  return useCallback(
    <Code extends MessageCode>(code: Code, ...parameters: ParametersOf<Code>) =>
      sayIn(language, code, ...parameters),
    [language],
  );
}

/** The sentence of anything a call threw. */
export function useSayFailure(): (error: unknown) => string {
  const { language } = useSettings();
  return useCallback((error) => sayFailureIn(language, failureOf(error)), [language]);
}

/** The sentence of a code that main sent with its parameters, such as an import's warning. */
export function useSayCode(): (
  code: string,
  parameters: Readonly<Record<string, string | number>>,
) => string {
  const { language } = useSettings();
  return useCallback((code, parameters) => sayCodeIn(language, code, parameters), [language]);
}
