/** `app`: the application's name, folders, switches, and its beginning and end. */
import { EventEmitter } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type * as Electron from "electron";
import { PreventableEvent } from "./event.ts";
import type { Same } from "./same.ts";
import { requestInstanceLock } from "./single-instance.ts";

type PathName = Parameters<Electron.App["getPath"]>[0];

interface Package {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
  readonly main: string;
}

/** The application's folder, as it is given to Electron's own program. */
const root = resolve(process.argv.slice(1).find((argument) => !argument.startsWith("-")) ?? ".");
const described = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Package;

/** The built main module. */
export const mainModule = join(root, described.main);

const switches = new Map<string, string>();

for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name !== undefined) switches.set(name, value ?? "");
}
const givenSwitches = new Set(switches.keys());

const commandLine = {
  appendSwitch(name: string, value = ""): void {
    switches.set(name, value);
  },
  hasSwitch: (name: string) => switches.has(name),
  getSwitchValue: (name: string) => switches.get(name) ?? "",
  removeSwitch(name: string): void {
    switches.delete(name);
  },
};

/** What the application itself appended, for Chromium. */
export function appendedSwitches(): string[] {
  const appended = [...switches].filter(([name]) => !givenSwitches.has(name));
  return appended.map(([name, value]) => (value === "" ? `--${name}` : `--${name}=${value}`));
}

const home = homedir();
const appData = {
  win32: process.env["APPDATA"] ?? join(home, "AppData", "Roaming"),
  darwin: join(home, "Library", "Application Support"),
  linux: process.env["XDG_CONFIG_HOME"] ?? join(home, ".config"),
}[process.platform === "win32" || process.platform === "darwin" ? process.platform : "linux"];

class StandInApp extends EventEmitter {
  readonly commandLine = commandLine as Electron.CommandLine;
  readonly isPackaged = false;
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = new Map<string, string>();
  #isReady = false;
  #quitting = false;
  #name = described.productName ?? described.name;
  #windows: () => readonly { close(): void }[] = () => [];
  #exit: (code: number) => void = (code) => process.exit(code);

  get name(): string {
    return this.#name;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return described.version;
  }

  getAppPath(): string {
    return root;
  }

  getPath(name: PathName): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    switch (name) {
      case "home":
        return home;
      case "appData":
        return appData;
      case "userData":
      case "sessionData":
        return join(appData, this.#name);
      case "temp":
        return tmpdir();
      case "exe":
      case "module":
        return process.execPath;
      case "logs":
        return join(this.getPath("userData"), "logs");
      default:
        return join(home, `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
    }
  }

  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true });
    this.#paths.set(name, path);
  }

  /** As Electron reads it from the system. */
  getLocale(): string {
    const [, language, country] = /^([a-z]{2})_([A-Z]{2})/.exec(localeOfEnvironment()) ?? [];
    return language === undefined ? "en-US" : `${language}-${country}`;
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  requestSingleInstanceLock(data: Record<string, unknown> = {}): boolean {
    return requestInstanceLock(this.getPath("userData"), data, (argv, folder, theirs) => {
      this.emit("second-instance", new PreventableEvent(), argv, folder, theirs);
    });
  }

  setAppUserModelId(): void {}

  enableSandbox(): void {}

  disableHardwareAcceleration(): void {
    commandLine.appendSwitch("disable-gpu");
  }

  focus(): void {}

  quit(): void {
    if (this.#quitting) return;
    const event = new PreventableEvent();
    this.emit("before-quit", event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    const open = this.#windows();
    for (const window of open) window.close();
    if (open.length === 0) this.#finish();
  }

  exit(code = 0): void {
    this.emit("quit", new PreventableEvent(), code);
    this.#exit(code);
  }

  /** Not Electron's: how the stand-in itself leads the application through its life. */
  get standin() {
    return {
      ready: () => {
        this.#isReady = true;
        this.emit("ready", new PreventableEvent(), {});
        this.#ready.resolve();
      },
      isQuitting: () => this.#quitting,
      windowClosed: (remaining: number) => this.#windowClosed(remaining),
      connect: (windows: () => readonly { close(): void }[], exit: (code: number) => void) => {
        this.#windows = windows;
        this.#exit = exit;
      },
    };
  }

  #windowClosed(remaining: number): void {
    if (remaining > 0) return;
    if (this.#quitting) this.#finish();
    else if (this.listenerCount("window-all-closed") > 0) this.emit("window-all-closed");
    else this.quit();
  }

  #finish(): void {
    const event = new PreventableEvent();
    this.emit("will-quit", event);
    if (event.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }
}

export const app = new StandInApp();

export type CheckedApp = Same<Omit<StandInApp, "standin">, Electron.App>;

function localeOfEnvironment(): string {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  return [LANGUAGE, LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "") ?? "";
}
