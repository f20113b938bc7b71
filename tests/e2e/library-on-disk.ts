/** Articles for the tests of the window: files with front matter, imported through the window's own call. */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";

export interface Written {
  readonly title: string;
  readonly publication?: string;
  /** `YYYY-MM-DD` */
  readonly date?: string;
  readonly page?: string;
  readonly text?: string;
}

type Calls = Record<string, (input: unknown) => Promise<{ ok: boolean; value: unknown }>>;
/** What a page sees; it is only ever named inside functions that run there. */
declare const reader: Calls & {
  on: (name: string, listener: (value: { id: string; state: string }) => void) => () => void;
};

/** Writes one Markdown file an article into a new folder; answers with the folder. */
export async function writeArticles(articles: readonly Written[]): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), "antou-来稿-")), "来稿");
  await mkdir(folder);
  for (const [place, article] of articles.entries()) {
    const { title, publication = "", date = "", page = "", text = `这是“${title}”的正文。` } = article;
    const head = [
      `title: ${title}`,
      publication === "" ? "" : `publication: ${publication}`,
      date === "" ? "" : `date: ${date}`,
      page === "" ? "" : `page: ${page}`,
    ].filter((line) => line !== "");
    const file = join(folder, `${String(place).padStart(5, "0")}.md`);
    await writeFile(file, `---\n${head.join("\n")}\n---\n\n${text}\n`);
  }
  return folder;
}

/** Imports a folder without the window's dialogs, waits until it is done, and closes what says so. */
export async function importFolder(page: Page, folder: string): Promise<void> {
  await importBehind(page, folder);
  await page.getByRole("button", { name: "关闭" }).click();
}

/** The same behind whatever is open. */
export async function importBehind(page: Page, folder: string): Promise<void> {
  await page.evaluate(async (path) => {
    await new Promise<void>((resolve) => {
      const stop = reader.on("job", ({ state }) => {
        if (state === "running") return;
        stop();
        resolve();
      });
      void reader["startImport"]?.({
        paths: [path],
        details: { publication: "", issuedOn: null, page: "", pageName: "" },
      });
    });
  }, folder);
}

/** A call of the contract, made from the page; its value. */
export async function call<Value>(page: Page, name: string, input: unknown): Promise<Value> {
  const result = await page.evaluate(([called, value]) => reader[called as string]?.(value), [
    name,
    input,
  ] as const);
  if (result?.ok !== true) throw new Error(`${name} failed: ${JSON.stringify(result)}`);
  return result.value as Value;
}
