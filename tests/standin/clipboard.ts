/** `clipboard`: what was put there last, by the application or by a page. The system's own is left alone. */
import type * as Electron from "electron";
import { asElectron, type Same } from "./same.ts";

export class ClipboardItem {
  readonly #contents: Readonly<Record<string, string | Blob | Promise<string | Blob>>>;

  constructor(contents: Record<string, string | Blob | Promise<string | Blob>>) {
    this.#contents = contents;
  }

  get types(): string[] {
    return Object.keys(this.#contents);
  }

  async getType(type: string): Promise<Blob> {
    const content = await this.#contents[type];
    if (content === undefined) throw new Error(`The clipboard has no ${type}`);
    return typeof content === "string" ? new Blob([content], { type }) : content;
  }
}

const plain = "text/plain";
let items: readonly ClipboardItem[] = [];

export const clipboard = {
  async readText(): Promise<string> {
    const item = items.find(({ types }) => types.includes(plain));
    return item === undefined ? "" : (await item.getType(plain)).text();
  },
  async writeText(text: string): Promise<void> {
    items = [new ClipboardItem({ [plain]: text })];
  },
  read: async () => asElectron<Electron.ClipboardItem[]>(items),
  async write(given: Electron.ClipboardItem[]): Promise<void> {
    items = asElectron<ClipboardItem[]>(given);
  },
  has: async (type: string) => items.some(({ types }) => types.includes(type)),
  clear(): void {
    items = [];
  },
};

export type CheckedClipboard = Same<typeof clipboard, Electron.Clipboard>;
