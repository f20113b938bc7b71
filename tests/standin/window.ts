/** `BrowserWindow`: a page with a place on the screen. */
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type * as Electron from "electron";
import type { PressedKey } from "./accelerator.ts";
import { app } from "./app.ts";
import type { Session as CdpSession } from "./cdp.ts";
import { clipboard } from "./clipboard.ts";
import { PreventableEvent } from "./event.ts";
import { hearIpc } from "./ipc.ts";
import { pressShortcut } from "./menu.ts";
import { chromium, headless } from "./runtime.ts";
import { asElectron, type Same } from "./same.ts";
import { screen } from "./screen.ts";
import { openTarget, type Target } from "./targets.ts";
import { type Hearing, StandInWebContents } from "./web-contents.ts";

type Bounds = Electron.Rectangle;
type WindowState = "normal" | "minimized" | "maximized" | "fullscreen";

/** Twice the time in which a page that is busy is closed all the same. */
const CLOSE_AGAIN_MS = 1000;

const defaultSize = { width: 800, height: 600 };
const windows = new Map<number, StandInWindow>();
let lastId = 0;
let focused: StandInWindow | null = null;

export class StandInWindow extends EventEmitter {
  readonly id: number;
  readonly #contents: StandInWebContents;
  readonly #target: Promise<Target>;
  #bounds: Bounds;
  #state: WindowState = "normal";
  #title: string;
  #visible: boolean;
  #onTop = false;
  #closing = false;
  #destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    lastId += 1;
    this.id = lastId;
    this.#bounds = placeOf(options);
    this.#title = options.title ?? app.getName();
    this.#visible = options.show ?? true;
    const preload = options.webPreferences?.preload;
    this.#target = openIn(this.#bounds);
    const source = preload === undefined ? "" : readFileSync(preload, "utf8");
    this.#contents = new StandInWebContents(this.#target, source, this.#hear, () => this.close());
    this.#contents.once("did-finish-load", () => this.emit("ready-to-show"));
    windows.set(this.id, this);
    if (this.#visible) focused = this;
    this.#apply();
    app.emit("web-contents-created", new PreventableEvent(), this.#contents);
    app.emit("browser-window-created", new PreventableEvent(), this);
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return asElectron([...windows.values()]);
  }

  static getFocusedWindow(): Electron.BrowserWindow | null {
    return focused === null ? null : asElectron(focused);
  }

  static fromId(id: number): Electron.BrowserWindow | null {
    return asNullable(windows.get(id));
  }

  static fromWebContents(contents: Electron.WebContents): Electron.BrowserWindow | null {
    return asNullable([...windows.values()].find((window) => window.webContents === contents));
  }

  get webContents(): Electron.WebContents {
    return asElectron(this.#contents);
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }

  reload(): void {
    this.#contents.reload();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    if (this.#visible) return;
    this.#visible = true;
    this.#apply();
    this.emit("show");
  }

  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    this.#apply();
    this.emit("hide");
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    if (focused !== this) focused?.emit("blur");
    focused = this;
    this.#contents.focus();
    this.emit("focus");
  }

  isFocused(): boolean {
    return focused === this;
  }

  close(): void {
    if (this.#destroyed) return;
    const event = new PreventableEvent();
    this.emit("close", event);
    this.#closing = !event.defaultPrevented;
    if (this.#closing) this.destroy();
  }

  destroy(): void {
    this.#closing = true;
    this.#target.then(({ id }) => this.#closeTarget(id)).catch(() => this.#end());
  }

  /** Until it is gone: a page told to close while it goes over to another document may stay, and then waits for no more. */
  async #closeTarget(targetId: string): Promise<void> {
    const { browser } = (await chromium()).connection;
    while (!this.#destroyed) {
      browser.tell("Target.closeTarget", { targetId });
      await setTimeout(CLOSE_AGAIN_MS, undefined, { ref: false });
    }
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  minimize(): void {
    this.#become("minimized", "minimize");
  }

  isMinimized(): boolean {
    return this.#state === "minimized";
  }

  maximize(): void {
    this.#become("maximized", "maximize");
  }

  unmaximize(): void {
    if (this.isMaximized()) this.#become("normal", "unmaximize");
  }

  isMaximized(): boolean {
    return this.#state === "maximized";
  }

  restore(): void {
    if (this.#state !== "normal") this.#become("normal", "restore");
  }

  setFullScreen(full: boolean): void {
    if (full === this.isFullScreen()) return;
    if (full) this.#become("fullscreen", "enter-full-screen");
    else this.#become("normal", "leave-full-screen");
  }

  isFullScreen(): boolean {
    return this.#state === "fullscreen";
  }

  setAlwaysOnTop(onTop: boolean): void {
    this.#onTop = onTop;
    this.emit("always-on-top-changed", new PreventableEvent(), onTop);
  }

  isAlwaysOnTop(): boolean {
    return this.#onTop;
  }

  getNormalBounds(): Bounds {
    return { ...this.#bounds };
  }

  getBounds(): Bounds {
    const { workArea, bounds } = screen.getPrimaryDisplay();
    if (this.isMaximized()) return workArea;
    return this.isFullScreen() ? bounds : this.getNormalBounds();
  }

  setBounds(bounds: Partial<Bounds>): void {
    const old = this.#bounds;
    this.#bounds = { ...old, ...bounds };
    if (this.#state !== "normal") this.#become("normal", "unmaximize");
    else this.#apply();
    if (this.#bounds.x !== old.x || this.#bounds.y !== old.y) this.emit("move");
    if (this.#bounds.width !== old.width || this.#bounds.height !== old.height) this.emit("resize");
  }

  getSize(): number[] {
    const { width, height } = this.getBounds();
    return [width, height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  /** Window and page are of one size here: there is no frame around a page that is not shown. */
  getContentBounds(): Bounds {
    return this.getBounds();
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  getPosition(): number[] {
    const { x, y } = this.getBounds();
    return [x, y];
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  center(): void {
    this.setBounds(centred(this.#bounds));
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  setMenuBarVisibility(): void {}

  setBackgroundColor(): void {}

  flashFrame(): void {}

  setProgressBar(): void {}

  /** Not Electron's: the page is gone, by whichever way. */
  get standin() {
    return { gone: () => this.#end(), contents: this.#contents, targetId: this.#contents.standin.targetId };
  }

  readonly #hear: Hearing = (contents, message, answer) => {
    if (message.kind === "send" || message.kind === "invoke") return hearIpc(contents, message, answer);
    if (message.kind === "copied") return void clipboard.writeText(String(message.values[0]));
    if (message.kind === "key") return pressShortcut(message.values[0] as PressedKey, this);
    if (message.kind === "context-menu")
      contents.emit("context-menu", new PreventableEvent(), message.values[0]);
    else void this.#readBounds();
  };

  #become(state: WindowState, event: string): void {
    this.#state = state;
    this.#apply();
    this.emit(event);
    this.emit("resize");
  }

  #end(): void {
    if (this.#destroyed) return;
    // Closed by hand, which Chromium tells only afterwards; what listens may still keep the window's place.
    if (!this.#closing) this.emit("close", new PreventableEvent());
    this.#destroyed = true;
    windows.delete(this.id);
    if (focused === this) focused = null;
    this.#contents.standin.gone();
    this.emit("closed");
    app.standin.windowClosed(windows.size);
  }

  #apply(): void {
    const place = this.getBounds();
    this.#contents.standin.page
      .then((page) => (headless ? setSize(page, place) : this.#place(place)))
      .catch(() => {});
  }

  async #place(place: Bounds): Promise<void> {
    const { browser } = (await chromium()).connection;
    const { windowId } = await browser.send("Browser.getWindowForTarget", {
      targetId: (await this.#target).id,
    });
    const state = this.#visible ? this.#state : "minimized";
    // Chromium takes a place only of a window in its normal state.
    await browser.send("Browser.setWindowBounds", { windowId, bounds: { windowState: "normal" } });
    const bounds = { left: place.x, top: place.y, width: place.width, height: place.height };
    await browser.send("Browser.setWindowBounds", { windowId, bounds });
    if (state !== "normal")
      await browser.send("Browser.setWindowBounds", { windowId, bounds: { windowState: state } });
  }

  /** With a display the user sizes and moves the window; Chromium tells when asked. */
  async #readBounds(): Promise<void> {
    if (headless || !this.#visible || this.#state !== "normal") return;
    const { browser } = (await chromium()).connection;
    const { bounds } = await browser.send("Browser.getWindowForTarget", {
      targetId: (await this.#target).id,
    });
    if (bounds.windowState !== "normal") return;
    const { left: x = 0, top: y = 0, width = 0, height = 0 } = bounds;
    this.#bounds = { x, y, width, height };
    this.emit("resize");
  }
}

export type CheckedWindow = [
  Same<Omit<StandInWindow, "standin">, Electron.BrowserWindow>,
  Same<Omit<typeof StandInWindow, "prototype">, typeof Electron.BrowserWindow>,
];

function asNullable(window: StandInWindow | undefined): Electron.BrowserWindow | null {
  return window === undefined ? null : asElectron(window);
}

/** The stand-in's own view of its windows. */
export function allWindows(): readonly StandInWindow[] {
  return [...windows.values()];
}

function placeOf(options: Electron.BrowserWindowConstructorOptions): Bounds {
  const width = options.width ?? defaultSize.width;
  const height = options.height ?? defaultSize.height;
  const { x, y } = centred({ x: 0, y: 0, width, height });
  return { x: options.x ?? x, y: options.y ?? y, width, height };
}

function centred({ width, height }: Bounds): Bounds {
  const { workArea } = screen.getPrimaryDisplay();
  return {
    x: Math.max(0, Math.round(workArea.x + (workArea.width - width) / 2)),
    y: Math.max(0, Math.round(workArea.y + (workArea.height - height) / 2)),
    width,
    height,
  };
}

async function openIn(bounds: Bounds): Promise<Target> {
  return openTarget((await chromium()).connection.browser, bounds);
}

async function setSize(page: CdpSession, { width, height }: Bounds): Promise<void> {
  await page.send("Emulation.setDeviceMetricsOverride", {
    width,
    height,
    deviceScaleFactor: 0,
    mobile: false,
  });
}
