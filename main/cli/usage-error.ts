/** What is wrong with what was typed: the code of its sentence, with what that names. */
export interface UsageError {
  readonly code:
    | "usage.unknown-command"
    | "usage.unknown-option"
    | "usage.no-library"
    | "usage.no-paths"
    | "usage.no-article"
    | "usage.no-query"
    | "usage.no-quote"
    | "usage.no-file"
    | "usage.no-pdf"
    | "usage.bad-template"
    | "usage.bad-choice"
    | "usage.bad-encoding"
    | "usage.bad-value"
    | "usage.too-many";
  readonly parameters: { readonly given: string };
}

export function wrong(code: UsageError["code"], given: string): UsageError {
  return { code, parameters: { given } };
}
