/** Every kind of place that holds text is marked and printed like any other; pictures are dragged out. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Launched, launchApp } from "./launch.ts";
import { call, importFolder } from "./library-on-disk.ts";
import { openListed } from "./library-window.ts";
import { png } from "./png.ts";
import { selectByMouse } from "./selecting.ts";

const newspaperPage = join(
  import.meta.dirname,
  "../fixtures/import/newspaper/indented-with-subtitle/input.txt",
);

const briefing = `<!doctype html><meta charset="utf-8"><title>种子储备情况</title><h1>种子储备情况</h1>
<p>各乡镇储备充足。</p>
<figure><img src="储备.png" alt="柱状图"><figcaption>各乡镇种子储备柱状图</figcaption></figure>
<table><tr><th>乡镇</th><th>种子</th></tr><tr><td>东风乡</td><td>四百二十吨</td></tr></table>
<ul><li>白天清点入库</li><li>夜间轮流值守</li></ul>`;

let launched: Launched;
let page: Page;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "antou-来稿-"));
  const sources = join(folder, "来稿");
  await mkdir(sources);
  await copyFile(newspaperPage, join(sources, "版面.txt"));
  await writeFile(join(sources, "简报.html"), briefing);
  await writeFile(join(sources, "储备.png"), png(320, 200, [176, 90, 70]));
  launched = await launchApp({ dataDir: join(folder, "资料"), size: { width: 1366, height: 768 } });
  ({ page } = launched);
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, sources);
});

test.afterEach(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function open(title: string, lastWords: string): Promise<void> {
  await openListed(page, title);
  await page.locator("article").getByText(lastWords).waitFor();
  // Other letters would move the lines that the mouse is about to press.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function quotes(): Promise<readonly string[]> {
  const { rows } = await call<{ rows: readonly { quote: string }[] }>(page, "listBookmarks", {
    ...{ article: null, tag: null, color: null, state: null, phrase: "", from: null, to: null },
    ...{ sort: "oldest", offset: 0, limit: 100 },
  });
  return rows.map(({ quote }) => quote);
}

async function markFrom(from: string, to: string): Promise<void> {
  await page.getByText(from).first().scrollIntoViewIfNeeded();
  await selectByMouse(page, from, to);
  await page.getByRole("toolbar", { name: "对选中文字的操作" }).getByRole("button", { name: "红色" }).click();
}

test("a lead, the lines of a title block and a caption are marked, and painted where they stand", async () => {
  await open("一刻钟里的晚年", "路还长，但方向清楚。");
  await markFrom("七成以上老人", "找到伙伴");
  await expect.poll(quotes).toEqual(["七成以上老人在家门口就能吃上热饭、看上医生、找到伙伴"]);
  await markFrom("石桥街道推进", "养老服务纪实");
  await expect.poll(quotes).toHaveLength(2);
  await markFrom("家庭医生上门", "问诊");
  await expect.poll(quotes).toContain("家庭医生上门问诊");
  const painted = () =>
    page.evaluate(() => [...(CSS.highlights.get("antou-mark-red") ?? [])].map((range) => String(range)));
  await expect.poll(painted).toContain("家庭医生上门问诊");
});

test("a cell, an item of a list and a caption are marked, alone and across", async () => {
  await open("种子储备情况", "夜间轮流值守");
  await markFrom("四百二十", "吨");
  await markFrom("清点", "轮流");
  await markFrom("种子储备柱", "东风乡");
  await expect
    .poll(quotes)
    .toEqual(["四百二十吨", "清点入库\n夜间轮流", "种子储备柱状图\n乡镇\t种子\n东风乡"]);
});

test("a picture is dragged out as a file", async () => {
  await open("种子储备情况", "夜间轮流值守");
  const dragged = page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) =>
        addEventListener("dragstart", (event) => resolve([...(event.dataTransfer?.types ?? [])])),
      ),
  );
  const box = await page.getByRole("img", { name: "柱状图" }).boundingBox();
  if (box === null) throw new Error("the picture is not on screen");
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 80, box.y + 90, { steps: 5 });
  await page.mouse.up();
  expect(await dragged).toContain("Files");
});
