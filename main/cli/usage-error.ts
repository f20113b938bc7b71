/** What is wrong with what was typed: the code of its sentence, with what that names. */
export interface UsageError {
  readonly code:
    | "usage.unknown-command"
    | "usage.unknown-option"
    | "usage.option-elsewhere"
    | "usage.no-library"
    | "usage.no-paths"
    | "usage.no-article"
    | "usage.no-query"
    | "usage.no-quote"
    | "usage.no-file"
    | "usage.no-pdf"
    | "usage.no-value"
    | "usage.value-like-option"
    | "usage.takes-no-value"
    | "usage.bad-template"
    | "usage.bad-color"
    | "usage.bad-format"
    | "usage.bad-encoding"
    | "usage.bad-language"
    | "usage.bad-date"
    | "usage.bad-article"
    | "usage.bad-batch"
    | "usage.bad-sections"
    | "usage.bad-count"
    | "usage.too-long"
    | "usage.too-many"
    | "usage.not-together";
  /** `about`: what the sentence names besides, such as the choices there are; empty where it names nothing. */
  readonly parameters: { readonly given: string; readonly about: string };
}

export function wrong(code: UsageError["code"], given: string, about = ""): UsageError {
  return { code, parameters: { given, about } };
}

/** The number of an article as it was typed; null where it is none. */
export function articleNumber(typed: string): number | null {
  return /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : null;
}
