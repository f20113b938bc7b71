/** The programs and fonts of the system that running and testing need. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findChromium } from "../tests/standin/chromium.ts";

/** Names as Debian has them, and Ubuntu, Kylin and UOS after it. */
const packages: Readonly<Record<string, () => boolean>> = {
  // Also brings the libraries that Electron's own runtime needs.
  chromium: () => findChromium() !== null,
  xvfb: () => isCommand("Xvfb"),
  "fonts-noto-cjk": () =>
    spawnSync("fc-list", [":lang=zh-cn", "file"], { encoding: "utf8" }).stdout?.trim() !== "",
  "poppler-utils": () => isCommand("pdftotext"),
};

/** Installs what is missing on Debian and its kin as root; elsewhere prints what to type. Only Linux needs any. */
export function bringSystemPackages(): void {
  if (process.platform !== "linux") return;
  const missing = missingPackages();
  if (missing.length === 0) return;
  const install = ["apt-get", "install", "--yes", "--no-install-recommends", ...missing];
  if (!existsSync("/etc/debian_version")) {
    console.error(`Please install, by this system's names for them: ${missing.join(" ")}`);
  } else if (process.getuid?.() !== 0) {
    console.error(`Please type: sudo ${install.join(" ")}`);
  } else {
    console.error(`Installing ${missing.join(", ")} …`);
    apt(["apt-get", "update"]);
    apt(install);
  }
}

export function missingPackages(): string[] {
  return Object.entries(packages).flatMap(([name, isHere]) => (isHere() ? [] : [name]));
}

function apt([command = "", ...values]: readonly string[]): void {
  spawnSync(command, values, {
    // Its words are not ours: standard output stays for what was asked.
    stdio: ["ignore", process.stderr, process.stderr],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

function isCommand(name: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));
}
