/** Fields of headers and footers as they are stored, `{page}`, and as people read them, 〔页码〕: an inverse pair. Pure. */
import { type PrintField, printFields } from "../../preload/model/print.ts";

export type FieldNames = Readonly<Record<PrintField, string>>;

export function shownFields(stored: string, names: FieldNames): string {
  return printFields.reduce((text, field) => text.replaceAll(`{${field}}`, shownField(field, names)), stored);
}

export function storedFields(shown: string, names: FieldNames): string {
  return printFields.reduce((text, field) => text.replaceAll(shownField(field, names), `{${field}}`), shown);
}

export function shownField(field: PrintField, names: FieldNames): string {
  return `〔${names[field]}〕`;
}
