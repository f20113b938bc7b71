/** What was typed after `print`. */
import type { PrintTemplate } from "../../preload/model/print.ts";
import { printTemplates } from "../../preload/model/print.ts";
import type { UsageError } from "./usage-error.ts";
import { articleNumber, wrong } from "./usage-error.ts";

export interface PrintCommandLine {
  readonly command: "print";
  readonly library: string;
  readonly id: number;
  /** As it was typed, such as `2,4-5`; null: the whole article. */
  readonly sections: string | null;
  readonly template: PrintTemplate;
  readonly pictures: boolean;
  readonly path: string;
}

interface Values {
  readonly sections?: string | undefined;
  readonly template?: string | undefined;
  readonly "no-images"?: boolean | undefined;
  readonly pdf?: string | undefined;
}

export function printCommandLine(
  library: string,
  rest: readonly string[],
  values: Values,
): PrintCommandLine | UsageError {
  const [id, ...more] = rest;
  if (id === undefined) return wrong("usage.no-article", "print");
  const article = articleNumber(id);
  if (article === null) return wrong("usage.bad-article", id);
  if (more.length > 0) return wrong("usage.too-many", more.join(" "));
  const { pdf = "", sections = null, template: named = "standard" } = values;
  const template = printTemplates.find((known) => known === named);
  if (template === undefined) return wrong("usage.bad-template", named);
  if (pdf === "") return wrong("usage.no-pdf", id);
  if (sections?.trim() === "") return wrong("usage.bad-sections", sections);
  return {
    ...{ command: "print", library, id: article, sections, template, path: pdf },
    pictures: values["no-images"] !== true,
  };
}
