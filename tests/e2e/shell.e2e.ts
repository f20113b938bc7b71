/** The shell around the interface: what a page may do, and what nothing may make it do. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { say } from "../../preload/model/messages.ts";
import { shortcuts } from "../../preload/model/shortcuts.ts";
import { findRuntime, root } from "../../scripts/runtime.ts";
import { type Launched, launchApp, resizeWindow } from "./launch.ts";

type Calls = Record<string, (input: unknown) => Promise<unknown>>;
/** What a page sees; it is only ever named inside functions that run there. */
declare const reader: Calls & { on: (name: string, listener: (value: unknown) => void) => () => void };

test.describe("one window", () => {
  let launched: Launched;
  test.beforeAll(async () => {
    launched = await launchApp();
  });
  test.afterAll(() => launched.close());

  test("the page has nothing of Node or Electron but the reader's calls", async () => {
    const seen = await launched.page.evaluate(() => ({
      names: ["require", "module", "process", "Buffer", "global", "electron", "ipcRenderer"].filter(
        (name) => name in globalThis,
      ),
      reader: typeof reader,
      writable: Object.getOwnPropertyDescriptor(globalThis, "reader")?.writable,
    }));
    expect(seen).toEqual({ names: [], reader: "object", writable: false });
  });

  test("the page's content security policy names no unsafe source and no other origin", async () => {
    const policy = await launched.page.evaluate(async () => {
      const answer = await fetch("/index.html");
      return answer.headers.get("content-security-policy") ?? "";
    });
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
  });

  test("neither an inline script nor eval runs", async () => {
    const ran = await launched.page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "globalThis.inlineRan = true";
      document.head.append(script);
      const button = document.createElement("button");
      button.setAttribute("onclick", "globalThis.handlerRan = true");
      document.body.append(button);
      button.click();
      button.remove();
      return ["inlineRan", "handlerRan"].filter((name) => name in globalThis);
    });
    expect(ran).toEqual([]);
  });

  test("no request leaves: fetch, picture, beacon, frame, event stream and socket are never dialled", async () => {
    const dialled: string[] = [];
    const server = createServer((request, response) => {
      dialled.push(request.url ?? "");
      response.end();
    });
    server.on("connection", () => dialled.push("connection"));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const outcomes = await launched.page.evaluate(async (address) => {
      const outcome = (work: (done: (outcome: string) => void) => void) => new Promise<string>(work);
      const results = [
        await fetch(`http://${address}/fetch`).then(
          () => "reached",
          () => "refused",
        ),
        await outcome((done) => {
          const picture = new Image();
          picture.onload = () => done("reached");
          picture.onerror = () => done("refused");
          picture.src = `http://${address}/picture.png`;
        }),
        await outcome((done) => {
          try {
            const socket = new WebSocket(`ws://${address}/socket`);
            socket.onopen = () => done("reached");
            socket.onerror = () => done("refused");
          } catch {
            done("refused");
          }
        }),
        await outcome((done) => {
          const stream = new EventSource(`http://${address}/stream`);
          stream.onopen = () => done("reached");
          stream.onerror = () => {
            stream.close();
            done("refused");
          };
        }),
      ];
      navigator.sendBeacon(`http://${address}/beacon`);
      const frame = document.createElement("iframe");
      frame.src = `http://${address}/frame`;
      document.body.append(frame);
      const hint = Object.assign(document.createElement("link"), {
        rel: "preconnect",
        href: `http://${address}`,
      });
      document.head.append(hint);
      // A round trip of our own comes after whatever the lines above set going.
      await fetch("/index.html");
      frame.remove();
      return results;
    }, `127.0.0.1:${port}`);
    server.close();
    expect(outcomes).toEqual(["refused", "refused", "refused", "refused"]);
    expect(dialled).toEqual([]);
  });

  test("the page can neither go elsewhere nor open a window", async () => {
    const { app, page } = launched;
    const before = page.url();
    await page.evaluate(() => {
      open("https://example.com/", "_blank");
      open("/index.html", "_blank", "noopener");
      const link = Object.assign(document.createElement("a"), {
        href: "https://example.com/",
        target: "_blank",
      });
      document.body.append(link);
      link.click();
      link.remove();
      location.href = "https://example.com/";
    });
    await page.evaluate(() => fetch("/index.html").then(() => null));
    expect(page.url()).toBe(before);
    await expect.poll(() => app.windows().length).toBe(1);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test("a download is refused and a webview is an unknown element", async () => {
    const { app, page } = launched;
    const before = page.url();
    const begun = await app.evaluateHandle(({ session }) => {
      const done: string[] = [];
      session.defaultSession.on("will-download", (_event, item) =>
        item.once("done", (_done, state) => done.push(state)),
      );
      return done;
    });
    const webview = await page.evaluate(() => {
      const link = Object.assign(document.createElement("a"), { href: "/index.html", download: "page.html" });
      document.body.append(link);
      link.click();
      link.remove();
      return "loadURL" in document.createElement("webview");
    });
    expect(webview).toBe(false);
    await page.evaluate(() => fetch("/index.html").then(() => null));
    expect(await begun.jsonValue()).not.toContain("completed");
    expect(page.url()).toBe(before);
  });

  test("every permission a page may ask for is denied", async () => {
    const states = await launched.page.evaluate(async () => {
      const names = ["geolocation", "notifications", "camera", "microphone", "midi", "clipboard-read"];
      return Promise.all(
        names.map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      );
    });
    expect(new Set(states)).toEqual(new Set(["denied"]));
    const position = await launched.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve(0),
            ({ code }) => resolve(code),
          );
        }),
    );
    expect(position).toBe(1);
  });

  test("a call with wrong input is refused with a result, not an error", async () => {
    const answers = await launched.page.evaluate(async () => [
      await reader["readArticle"]?.({ id: -1 }),
      await reader["readArticle"]?.({ id: "1; drop table articles" }),
      await reader["listArticles"]?.(null),
      await reader["changeSettings"]?.({ theme: "none of them" }),
    ]);
    const refused = (call: string) => ({ ok: false, error: { code: "invalid-call", parameters: { call } } });
    expect(answers).toEqual([
      refused("readArticle"),
      refused("readArticle"),
      refused("listArticles"),
      refused("changeSettings"),
    ]);
  });

  test("a failure arrives as a result with its code", async () => {
    const answer = await launched.page.evaluate(() => reader["readArticle"]?.({ id: 999_999 }));
    expect(answer).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^[a-z-]+$/) } });
  });

  test("a page of another origin is refused, though it has the same preload script", async () => {
    const { app } = launched;
    const opened = app.waitForEvent("window");
    await app.evaluate(
      ({ BrowserWindow }, preload) => {
        const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        void window.loadURL("data:text/html,<p>foreign</p>");
      },
      join(root, "out/preload/index.cjs"),
    );
    const page = await opened;
    await page.waitForURL(/^data:/);
    const answer = await page.evaluate(() => reader["overview"]?.(null));
    expect(answer).toEqual({ ok: false, error: { code: "invalid-call", parameters: { call: "overview" } } });
    await page.close();
  });

  test("the menu bar is in Chinese, and each item that has a shortcut shows it", async () => {
    const menu = await launched.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map((item) => ({
        label: item.label,
        items: (item.submenu?.items ?? [])
          .filter(({ type }) => type !== "separator")
          .map(({ id, label, accelerator }) => ({ id, label, accelerator: accelerator ?? null })),
      })),
    );
    expect(menu.map(({ label }) => label)).toEqual(["文件", "编辑", "查看", "转到", "帮助"]);
    const items = menu.flatMap((top) => top.items);
    for (const { label } of items) expect(label).toMatch(/[\u4e00-\u9fff]/);
    const shown = Object.fromEntries(items.map(({ id, accelerator }) => [id, accelerator]));
    expect(shown).toMatchObject(Object.fromEntries(shortcuts.map(({ command, keys }) => [command, keys[0]])));
  });

  test("Ctrl+/ lists every shortcut with what it does", async () => {
    const { page } = launched;
    await page.keyboard.press("Control+/");
    const list = page.getByRole("dialog");
    await expect(list).toBeVisible();
    for (const { command } of shortcuts) {
      // Without the dots that say in a menu that a dialog follows.
      await expect(list).toContainText(say("zh-CN", `command.${command}`).replace("…", ""));
    }
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
  });

  test("a menu item tells the window which command it stands for", async () => {
    const { app, page } = launched;
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard });
      reader.on("command", (value) => heard.push(value));
    });
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("show-about")?.click());
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard))
      .toEqual([{ command: "show-about", target: null }]);
  });

  test("a right-click menu offers what the place has, in Chinese", async () => {
    const { app, page } = launched;
    const menus = await app.evaluateHandle(({ Menu }) => {
      const shown: string[][] = [];
      Menu.prototype.popup = function popup(this: Electron.Menu) {
        shown.push(this.items.filter(({ type }) => type !== "separator").map(({ label }) => label));
      };
      return shown;
    });
    const open = (target: unknown) =>
      page.evaluate((given) => reader["openMenu"]?.({ target: given, x: 10, y: 10 }), target);
    await open({ kind: "text", selected: true });
    await open({ kind: "input", selected: true });
    await open({ kind: "picture", hash: "0".repeat(64) });
    await open({ kind: "heading", section: "2" });
    await open({ kind: "row", ids: [1], starred: false, trashed: false });
    const shown = await menus.jsonValue();
    expect(shown.map((labels) => labels.length)).toEqual([2, 4, 2, 3, 7]);
    for (const label of shown.flat()) expect(label).toMatch(/[\u4e00-\u9fff]/);
  });

  for (const size of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
    { width: 683, height: 690 },
  ]) {
    test(`the window can be ${size.width} by ${size.height}`, async () => {
      await resizeWindow(launched.app, launched.page, size);
      const shot = await launched.page.screenshot();
      // A PNG's size stands in its header, after the signature and the name of the first chunk.
      expect([shot.readUInt32BE(16), shot.readUInt32BE(20)]).toEqual([size.width, size.height]);
    });
  }
});

test("a second start with the same library shows the first one's window and ends", async () => {
  const { app, dataDir, close } = await launchApp();
  try {
    const seconds = await app.evaluateHandle(({ app: electronApp }) => {
      const seen: string[][] = [];
      electronApp.on("second-instance", (_event, argv) => seen.push(argv));
      return seen;
    });
    const runtime = findRuntime();
    const second = spawn(
      runtime?.program ?? "",
      [...(runtime?.switches ?? []), ".", `--data-dir=${dataDir}`],
      { cwd: root },
    );
    expect(await once(second, "exit")).toEqual([0, null]);
    await expect.poll(async () => (await seconds.jsonValue()).length).toBe(1);
    expect(app.windows()).toHaveLength(1);
  } finally {
    await close();
  }
});

test("the window opens where and as large as it was left", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "antou-window-"));
  const place = { x: 60, y: 40, width: 900, height: 640 };
  try {
    const first = await launchApp({ dataDir });
    const window = await first.app.browserWindow(first.page);
    await window.evaluate((shown, bounds) => shown.setBounds(bounds), place);
    await first.close();
    expect(JSON.parse(await readFile(join(dataDir, "window.json"), "utf8"))).toMatchObject(place);
    const second = await launchApp({ dataDir });
    const reopened = await second.app.browserWindow(second.page);
    expect(await reopened.evaluate((shown) => shown.getNormalBounds())).toEqual(place);
    await second.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
