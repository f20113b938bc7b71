/** `WebContents`: one page, what it loads, and what it and the main process say to each other. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import { ask, chooseFiles, chooseFromMenu } from "./ask-page.ts";
import type { Session as CdpSession, Protocol } from "./cdp.ts";
import { ClipboardItem, clipboard } from "./clipboard.ts";
import { createCodec } from "./codec.ts";
import { PreventableEvent } from "./event.ts";
import type { DrawnItem } from "./page/draw-menu.ts";
import type { MainMessage, PageMessage } from "./page/preload-world.ts";
import { pageScript, preloadScript } from "./page/scripts.ts";
import { asElectron, type Same } from "./same.ts";
import { fromChromium, toChromium } from "./scheme.ts";
import { session, settlePermissions } from "./session.ts";
import type { Target } from "./targets.ts";

const worldName = "Electron Isolated Context";
const codec = createCodec();

type OpenHandler = Parameters<Electron.WebContents["setWindowOpenHandler"]>[0];
/** What a page says to the main process by its preload script; `ipc.ts` listens. */
export type Hearing = (
  contents: StandInWebContents,
  message: PageMessage,
  answer: (answer: MainMessage) => void,
) => void;

/** The top frame of a page: who speaks, for those who check the sender. */
export class StandInFrame {
  url = "";
  readonly parent = null;
  readonly frameTreeNodeId: number;

  constructor(id: number) {
    this.frameTreeNodeId = id;
  }

  get origin(): string {
    return URL.canParse(this.url) ? this.url.replace(/^(\w+:\/\/[^/]*).*$/s, "$1") : "";
  }

  get top(): Electron.WebFrameMain {
    return asElectron(this);
  }

  isDestroyed(): boolean {
    return false;
  }
}

export type CheckedFrame = Same<StandInFrame, Electron.WebFrameMain>;

let lastId = 0;
const all = new Set<StandInWebContents>();

export class StandInWebContents extends EventEmitter {
  readonly id: number;
  readonly session = asElectron<Electron.Session>(session.defaultSession);
  readonly #frame: StandInFrame;
  readonly #page: Promise<CdpSession>;
  readonly #closing: () => void;
  #targetId = "";
  /** The URLs that the page asked new windows for; Chromium tells them apart from the new pages, mostly before. */
  readonly #asked: string[] = [];
  /** New pages judged before their URL was told. */
  #judgedEarly = 0;
  #openHandler: OpenHandler = () => ({ action: "allow" });
  #expectedUrl: string | null = null;
  #preloadContext = 0;
  #destroyed = false;
  #loading = false;

  /** @param closing what closing this page means: closing its window */
  constructor(target: Promise<Target>, preload: string, hearing: Hearing, closing: () => void) {
    super();
    lastId += 1;
    this.id = lastId;
    this.#frame = new StandInFrame(lastId);
    this.#closing = closing;
    this.#page = target.then((opened) => this.#prepare(opened, preload, hearing));
    // A page that never opens is reported by those who wait for it.
    this.#page.catch(() => {});
    all.add(this);
  }

  get mainFrame(): Electron.WebFrameMain {
    return asElectron(this.#frame);
  }

  async loadURL(url: string): Promise<void> {
    this.#expectedUrl = url;
    this.#loading = true;
    const page = await this.#page;
    await settlePermissions(asElectron(this));
    const loaded = new Promise<void>((resolve) => this.once("did-finish-load", () => resolve()));
    const { errorText } = await page.send("Page.navigate", { url: toChromium(url) });
    if (errorText !== undefined) {
      this.emit("did-fail-load", new PreventableEvent(), -2, errorText, url, true);
      throw new Error(`${errorText} loading '${url}'`);
    }
    await loaded;
  }

  getURL(): string {
    return this.#frame.url;
  }

  isLoading(): boolean {
    return this.#loading;
  }

  reload(): void {
    this.#tell("Page.reload");
  }

  /** The page's own world; the value as structured cloning leaves it. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const page = await this.#page;
    const { result, exceptionDetails } = await page.send("Runtime.evaluate", {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  send(channel: string, ...values: unknown[]): void {
    if (this.#preloadContext === 0) return;
    void this.#say(this.#preloadContext, { kind: "event", id: 0, channel, values, error: null });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer<ArrayBuffer>> {
    const { pageSize, margins, headerTemplate, footerTemplate, ...same } = options;
    const paper =
      typeof pageSize === "object"
        ? { paperWidth: pageSize.width, paperHeight: pageSize.height }
        : paperOf(pageSize);
    const inches = {
      ...(margins?.top === undefined ? {} : { marginTop: margins.top }),
      ...(margins?.bottom === undefined ? {} : { marginBottom: margins.bottom }),
      ...(margins?.left === undefined ? {} : { marginLeft: margins.left }),
      ...(margins?.right === undefined ? {} : { marginRight: margins.right }),
    };
    const templates = {
      ...(headerTemplate === undefined ? {} : { headerTemplate }),
      ...(footerTemplate === undefined ? {} : { footerTemplate }),
    };
    const page = await this.#page;
    const { stream = "" } = await page.send("Page.printToPDF", {
      ...{ ...same, ...paper, ...inches, ...templates },
      // Piece by piece: one message with a long document in it would hold up everything else.
      transferMode: "ReturnAsStream",
    });
    return readStream(page, stream);
  }

  /** There is no printer and nobody before its dialog, which counts as cancelled; a test puts its own function in place. */
  print(
    _options: Electron.WebContentsPrintOptions = {},
    callback: (printed: boolean, reason: string) => void = () => {},
  ): void {
    setImmediate(callback, false, "Print job canceled");
  }

  copy = () => this.#edit("copy");
  cut = () => this.#edit("cut");
  paste = () => this.#edit("paste");
  undo = () => this.#edit("undo");
  redo = () => this.#edit("redo");
  delete = () => this.#edit("delete");
  selectAll = () => this.#edit("selectAll");

  /** Puts the picture at a point of the page on the clipboard. */
  copyImageAt(x: number, y: number): void {
    this.executeJavaScript(pictureAt(x, y)).then(
      async (picture) => {
        if (typeof picture !== "string") return;
        const answer = await fetch(picture);
        const blob = await answer.blob();
        await clipboard.write([asElectron(new ClipboardItem({ [blob.type]: blob }))]);
      },
      () => {},
    );
  }

  /** Development tools are Playwright's here. */
  openDevTools(): void {}

  focus(): void {
    this.#tell("Page.bringToFront");
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  close(): void {
    this.#closing();
  }

  /** Not Electron's: what windows and the stand-in's other parts need of a page. */
  get standin() {
    return {
      targetId: this.#targetId,
      page: this.#page,
      frame: this.#frame,
      chooseFiles: async (wanted: Parameters<typeof chooseFiles>[1]) => chooseFiles(await this.#page, wanted),
      chooseFromMenu: async (items: readonly DrawnItem[], x: number, y: number) =>
        chooseFromMenu(await this.#page, items, x, y),
      ask: async (question: string) => ask(await this.#page, question),
      mayOpen: () => this.#mayOpen(),
      mayNavigate: (url: string, isMainFrame: boolean) => this.#mayNavigate(url, isMainFrame),
      gone: () => {
        this.#destroyed = true;
        all.delete(this);
        this.emit("destroyed");
      },
    };
  }

  async #prepare({ id, session: page }: Target, preload: string, hearing: Hearing): Promise<CdpSession> {
    this.#targetId = id;
    page.on("Runtime.executionContextCreated", ({ context }) => {
      const isOurs = context.name === worldName && context.auxData?.["frameId"] === id;
      if (isOurs) this.#preloadContext = context.id;
    });
    page.on("Runtime.bindingCalled", ({ payload, executionContextId }) => {
      const message = codec.decode(payload) as PageMessage;
      this.#frame.url = fromChromium(message.url);
      hearing(this, message, (answer) => void this.#say(executionContextId, answer));
    });
    page.on("Page.windowOpen", ({ url }) => {
      if (this.#judgedEarly > 0) this.#judgedEarly -= 1;
      else this.#asked.push(fromChromium(url));
    });
    page.on("Debugger.paused", ({ callFrames }) => void tellPath(page, callFrames[0]));
    this.#followLoading(page);
    await Promise.all([
      page.send("Page.enable"),
      page.send("Runtime.enable"),
      page.send("Debugger.enable"),
      page.send("Page.addScriptToEvaluateOnNewDocument", { source: pageScript }),
      page.send("Page.addScriptToEvaluateOnNewDocument", { source: preloadScript(preload), worldName }),
      page.send("Runtime.addBinding", { name: "standinSend", executionContextName: worldName }),
    ]);
    await page.send("Runtime.runIfWaitingForDebugger");
    return page;
  }

  #followLoading(page: CdpSession): void {
    page.on("Page.frameNavigated", ({ frame }) => {
      if (frame.id !== this.#targetId) return;
      this.#frame.url = fromChromium(frame.url + (frame.urlFragment ?? ""));
      this.emit("did-navigate", new PreventableEvent(), this.#frame.url, 200, "OK");
    });
    page.on("Page.navigatedWithinDocument", ({ frameId, url }) => {
      if (frameId !== this.#targetId) return;
      this.#frame.url = fromChromium(url);
      this.emit("did-navigate-in-page", new PreventableEvent(), this.#frame.url, true);
    });
    page.on("Page.domContentEventFired", () => this.emit("dom-ready", new PreventableEvent()));
    page.on("Page.loadEventFired", () => {
      // The empty page every window begins with is not one the application loaded.
      if (
        this.#frame.url === "" ||
        (this.#frame.url === "about:blank" && this.#expectedUrl !== "about:blank")
      )
        return;
      this.#loading = false;
      this.emit("did-finish-load", new PreventableEvent());
      this.emit("did-stop-loading", new PreventableEvent());
    });
    page.on("Inspector.targetCrashed", () => {
      this.emit("render-process-gone", new PreventableEvent(), { reason: "crashed", exitCode: 1 });
    });
  }

  async #say(executionContextId: number, message: MainMessage): Promise<void> {
    const text = codec.encode(message);
    const page = await this.#page;
    page.tell("Runtime.callFunctionOn", {
      functionDeclaration: "(text) => standinHear(text)",
      executionContextId,
      arguments: [{ value: text }],
    });
  }

  #tell(method: "Page.reload" | "Page.bringToFront"): void {
    this.#page.then((page) => page.tell(method)).catch(() => {});
  }

  #edit(command: string): void {
    this.#page
      .then((page) => page.tell("Input.dispatchKeyEvent", { type: "rawKeyDown", commands: [command] }))
      .catch(() => {});
  }

  /** Whether the application lets a page open a window; the stand-in then lets Chromium, without a `BrowserWindow` for it. */
  #mayOpen(): boolean {
    // Never waited for: a new page that is kept waiting stops the page that opened it.
    const url = this.#asked.shift() ?? "";
    if (url === "") this.#judgedEarly += 1;
    const details = {
      url,
      frameName: "",
      features: "",
      disposition: "foreground-tab",
      referrer: { url: "", policy: "default" },
    };
    return this.#openHandler(details as Electron.HandlerDetails).action === "allow";
  }

  /** Whether the application lets a document be loaded that it did not ask for itself. */
  #mayNavigate(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && (url === this.#expectedUrl || url === this.#frame.url)) {
      this.#expectedUrl = null;
      return true;
    }
    const event = Object.assign(new PreventableEvent(), {
      url,
      isMainFrame,
      isSameDocument: false,
      frame: this.#frame,
    });
    this.emit("will-frame-navigate", event);
    if (isMainFrame) this.emit("will-navigate", event, url);
    return !event.defaultPrevented;
  }
}

export type CheckedContents = Same<Omit<StandInWebContents, "standin">, Electron.WebContents>;

/** Answers the preload script that stopped to learn the path of its variable `file` (`page/scripts.ts`). */
async function tellPath(page: CdpSession, place: Protocol.Debugger.CallFrame | undefined): Promise<void> {
  try {
    if (place?.functionName !== "standinAskPath") return;
    const { callFrameId } = place;
    const { result } = await page.send("Debugger.evaluateOnCallFrame", { callFrameId, expression: "file" });
    const { path } = await page.send("DOM.getFileInfo", { objectId: result.objectId ?? "" });
    await page.send("Debugger.evaluateOnCallFrame", {
      callFrameId,
      expression: `path = ${JSON.stringify(path)}`,
    });
  } catch {
    // A file made by a script has no path: the empty string stays, as under Electron.
  } finally {
    page.tell("Debugger.resume");
  }
}

/** Bytes of a stream that are asked for at a time. */
const STREAM_PIECE = 512 * 1024;

async function readStream(page: CdpSession, handle: string): Promise<Buffer<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for (;;) {
    const { data, base64Encoded, eof } = await page.send("IO.read", { handle, size: STREAM_PIECE });
    pieces.push(Buffer.from(data, base64Encoded === true ? "base64" : "utf8"));
    if (eof) break;
  }
  page.tell("IO.close", { handle });
  return Buffer.concat(pieces);
}

/** Draws the picture at a point anew, as a PNG in a data: URL; null where there is none. */
function pictureAt(x: number, y: number): string {
  return `(() => {
    const picture = document.elementsFromPoint(${x}, ${y}).find((element) => element instanceof HTMLImageElement);
    if (picture === undefined) return null;
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.naturalWidth, height: picture.naturalHeight });
    canvas.getContext("2d").drawImage(picture, 0, 0);
    return canvas.toDataURL("image/png");
  })()`;
}

/** Inches, of the paper sizes that Electron names. */
function paperOf(name: string | undefined): { paperWidth?: number; paperHeight?: number } {
  switch (name) {
    case "A3":
      return { paperWidth: 11.69, paperHeight: 16.54 };
    case "A4":
      return { paperWidth: 8.27, paperHeight: 11.69 };
    case "A5":
      return { paperWidth: 5.83, paperHeight: 8.27 };
    default:
      return {};
  }
}

/** The page that a frame, by Chromium's name for it, is the top of; null for frames inside a page. */
export function contentsOfFrame(frameId: string | undefined): StandInWebContents | null {
  return [...all].find((contents) => contents.standin.targetId === frameId) ?? null;
}

export const webContents = {
  getAllWebContents: () => asElectron<Electron.WebContents[]>([...all]),
  fromId: (id: number) => asContents([...all].find((contents) => contents.id === id)),
  /** Playwright finds its page's window through this. */
  fromDevToolsTargetId: (targetId: string) => asContents(contentsOfFrame(targetId)),
};

export type CheckedContentsModule = Same<typeof webContents, typeof Electron.webContents>;

function asContents(contents: StandInWebContents | null | undefined): Electron.WebContents | undefined {
  return contents ? asElectron(contents) : undefined;
}
