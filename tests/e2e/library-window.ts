/** A window whose library holds four articles, and what tests of it point at. */
import { expect, type Page } from "@playwright/test";
import { type Launched, launchApp } from "./launch.ts";
import { call, importFolder, type Written, writeArticles } from "./library-on-disk.ts";

const articles: readonly Written[] = [
  { title: "春耕备耕早安排", publication: "宁郭日报", date: "2021-02-05", page: "1" },
  {
    title: "五项清单管到底",
    publication: "宁郭日报",
    date: "2021-02-05",
    page: "3",
    text: "清单上写得明白。",
  },
  { title: "河道治理见成效", publication: "水利通讯", date: "2021-01-12", page: "2" },
  { title: "没有日期的来稿" },
];

/** A window with a library of its own: the articles above, no samples, no welcome card. */
export async function openLibrary(): Promise<Launched> {
  const launched = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = launched;
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await expect(rows(page)).toHaveCount(4);
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, await writeArticles(articles));
  await expect(rows(page)).toHaveCount(articles.length);
  return launched;
}

/** Opens an article by its row; pressed again where an import that has just ended drew the list anew under the press. */
export async function openListed(page: Page, title: string): Promise<void> {
  await expect(async () => {
    await page.getByRole("option").filter({ hasText: title }).first().click();
    const heading = page.getByRole("article").getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(title, { timeout: 2000 });
  }).toPass();
}

export function rows(page: Page) {
  return page.getByRole("listbox", { name: "文章列表" }).getByRole("option");
}

export function row(page: Page, title: string) {
  return rows(page).filter({ hasText: title });
}

export async function titles(page: Page): Promise<string[]> {
  const texts = await rows(page).allInnerTexts();
  return texts.map((text) => articles.find(({ title }) => text.includes(title))?.title ?? text);
}

/** Chooses from one of the quiet lists above the articles. */
export async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: field }).and(page.locator("[aria-haspopup=listbox]")).click();
  await page.locator("[data-trigger=Select]").getByRole("option", { name: option }).click();
}

export async function toShelf(page: Page, shelf: string | RegExp): Promise<void> {
  await choose(page, "范围", shelf);
}
