/** The encodings that a person can choose for a text (文字编码), and what each would make of it. */

/** Labels of the Encoding Standard, the likelier in a Chinese office first. */
export const textEncodings = [
  "utf-8",
  "gb18030",
  "big5",
  "utf-16le",
  "utf-16be",
  "shift_jis",
  "euc-kr",
  "windows-1252",
] as const;

export type TextEncoding = (typeof textEncodings)[number];

export interface EncodingPreview {
  /** The original's name. */
  readonly name: string;
  /** As it was chosen for these bytes before; null where it was found out. */
  readonly chosen: string | null;
  /** As it would be found out. */
  readonly detected: string;
  readonly samples: readonly {
    readonly encoding: TextEncoding;
    /** The first lines with more in them than ASCII, or where there are none the first lines. */
    readonly lines: readonly string[];
    /** Characters of the beginning that could not be read. */
    readonly damaged: number;
  }[];
}
