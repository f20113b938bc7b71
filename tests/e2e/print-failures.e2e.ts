/** What goes wrong in printing, one thing at a time, in the built application: a sentence, and the list is kept. */
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { PrintList } from "../../preload/model/print.ts";
import { type Launched, launchApp } from "./launch.ts";
import { call, importFolder } from "./library-on-disk.ts";
import { png } from "./png.ts";
import { articlesByTitle, piecesOf } from "./printed.ts";

const plan = (words: string) =>
  `---\ntitle: 防汛工作方案\n---\n\n开头。\n\n## 一、总体要求\n\n${words}\n\n![水库](水库.png)\n\n## 二、保障措施\n\n按月报送。\n`;

let folder: string;
let sources: string;
let launched: Launched;
let page: Page;

// One window: what fails changes nothing.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "antou-打不出-"));
  sources = join(folder, "来稿");
  await mkdir(sources);
  await writeFile(join(sources, "方案.md"), plan("各村照办。"));
  const whole = png(60, 60, [90, 120, 150]);
  await writeFile(join(sources, "水库.png"), whole.subarray(0, 48));
  launched = await launchApp({ dataDir: join(folder, "资料"), size: { width: 1366, height: 768 } });
  page = launched.page;
  await page.getByRole("heading", { name: "欢迎使用案头" }).waitFor();
  await expect(page.getByRole("option")).toHaveCount(4);
  await call(page, "removeSamples", null);
  await call(page, "changeSettings", { welcomeDone: true });
  await importFolder(page, sources);
  await page.getByRole("button", { name: "打印", exact: true }).first().click();
  await expect(main().getByText("还没有要打印的内容")).toBeVisible();
  await expect(main().getByRole("button", { name: "另存为PDF" })).toBeDisabled();
  await expect(main().getByRole("button", { name: "打印", exact: true })).toBeDisabled();
  const articles = await articlesByTitle(page);
  await call(page, "addToPrintList", { pieces: piecesOf(articles.get("防汛工作方案")) });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const main = () => page.getByRole("main", { name: "打印" });
const alert = () => main().getByRole("alert");
const rows = () => page.getByRole("grid", { name: "打印清单" }).getByRole("row");

/** Answers the next questions for a file. */
async function saveTo(path: string): Promise<void> {
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await main().getByRole("button", { name: "另存为PDF" }).click();
}

async function printerThat(reason: string): Promise<void> {
  await launched.app.evaluate(({ BrowserWindow }, said) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.print = (_asked, callback) => void setImmediate(() => callback?.(false, said));
  }, reason);
  await main().getByRole("button", { name: "打印", exact: true }).click();
}

test("a picture that cannot be decoded leaves its caption, and a remark counts it", async () => {
  await expect(main().getByText("1张图片无法显示，没有打印。")).toBeVisible();
});

test("an article that changes between choosing and printing prints as it stands now", async () => {
  await writeFile(join(sources, "方案.md"), plan("各村各社区照办，不得延误。"));
  await importFolder(page, sources);
  await expect(main().getByRole("button", { name: "另存为PDF" })).toBeEnabled();
  const { pieces } = await call<PrintList>(page, "printList", null);
  expect(pieces).toHaveLength(1);
  expect(pieces[0]).toMatchObject({ title: "防汛工作方案" });
  await expect(alert()).toHaveCount(0);
});

test("no printer and a printer that fails are each said in their own sentence", async () => {
  await printerThat("No printers available on the network");
  await expect(alert()).toContainText("没有找到打印机");
  await printerThat("Print job failed");
  await expect(alert()).toContainText("打印机没有打印");
  await expect(rows()).toHaveCount(1);
});

test("a PDF that cannot be written is said with its path, whatever the reason, and the list is kept", async () => {
  const isRoot = process.getuid?.() === 0;
  const locked = join(folder, "只读");
  await mkdir(locked, { mode: 0o555 });
  const reasons: readonly (readonly [why: string, path: string])[] = [
    ["no such folder", join(folder, "没有这个文件夹", "甲.pdf")],
    ["a folder stands there", sources],
    ["a character no name may hold", join(folder, "甲\0乙.pdf")],
    ["a name too long", join(folder, `${"长".repeat(120)}.pdf`)],
    // Who may do anything may write there too; where files are shown that nobody may make, nobody may.
    ["no permission", isRoot ? "/proc/甲.pdf" : join(locked, "甲.pdf")],
  ];
  for (const [why, path] of reasons) {
    await test.step(why, async () => {
      await saveTo(path);
      await expect(alert()).toContainText("无法写入");
      await expect(alert()).toContainText(path.slice(0, 5));
      await expect(rows()).toHaveCount(1);
    });
  }
});

test("a full disk is said as such; afterwards the same pages are saved elsewhere", async () => {
  test.skip(process.platform !== "linux", "Only Linux has a device that is always full.");
  const path = join(folder, "满.pdf");
  // What is written first, beside the file, goes to that device.
  await symlink("/dev/full", `${path}.part`);
  await saveTo(path);
  await expect(alert()).toContainText("磁盘空间不足");
  await expect(rows()).toHaveCount(1);
  const saved = join(folder, "存下.pdf");
  await saveTo(saved);
  await expect(page.getByText(`已保存到${saved}`)).toBeVisible();
  await expect(alert()).toHaveCount(0);
  expect((await stat(saved)).size).toBeGreaterThan(1000);
});

test("an article that is deleted while it is listed does not print, which is said; the list is kept", async () => {
  const { pieces } = await call<PrintList>(page, "printList", null);
  await call(page, "moveToTrash", { ids: pieces.map(({ article }) => article) });
  await expect(rows().first()).toContainText("文章已删除，不打印");
  await expect(alert()).toContainText("没有可打印的内容");
  await expect(rows()).toHaveCount(1);
});
