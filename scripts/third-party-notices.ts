/**
 * Writes THIRD-PARTY-NOTICES.md: every package that ships in the built application, with its licence text.
 * `--check` only tells whether the file is up to date, by its exit code.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const target = join(root, "THIRD-PARTY-NOTICES.md");

/** What only builds or tests the application; everything else named in package.json ends up in it. */
const notShipped =
  /^(@axe-core\/|@biomejs\/|@playwright\/|@types\/|@vitejs\/|electron-vite$|fast-check$|typescript$|vite$|vitest$)/;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface ShippedPackage {
  readonly manifest: Manifest;
  readonly directory: string;
}

function readManifest(directory: string): Manifest {
  return JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
}

/** Where Node would find a package from a directory: the nearest `node_modules` that has it. */
function findPackage(name: string, from: string): string | null {
  for (const folder of createRequire(join(from, "package.json")).resolve.paths(name) ?? []) {
    const directory = join(folder, name);
    if (existsSync(join(directory, "package.json"))) return directory;
  }
  return null;
}

function collect(name: string, from: string, found: Map<string, ShippedPackage>): void {
  const directory = findPackage(name, from);
  if (directory === null || name.startsWith("@types/")) return;
  const manifest = readManifest(directory);
  const key = `${manifest.name} ${manifest.version}`;
  if (found.has(key)) return;
  found.set(key, { manifest, directory });
  // Electron's own packages fetch its runtime at development time; the runtime brings its own notices.
  if (name === "electron") return;
  for (const dependency of Object.keys(manifest.dependencies ?? {})) collect(dependency, directory, found);
}

function licenceText(directory: string): string {
  const file = readdirSync(directory).find((name) => /^(licen[cs]e|ofl)(\.|$)/i.test(name));
  return file === undefined ? "" : readFileSync(join(directory, file), "utf8").trim();
}

function notices(): string {
  const { dependencies, devDependencies } = readManifest(root);
  const found = new Map<string, ShippedPackage>();
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    if (!notShipped.test(name)) collect(name, root, found);
  }
  const entries = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { manifest, directory }]) => {
      const text = licenceText(directory).replaceAll("\r\n", "\n").replaceAll("```", "'''");
      return `## ${title}\n\nLicence: ${manifest.license ?? "see below"}\n${text === "" ? "" : `\n\`\`\`\n${text}\n\`\`\`\n`}`;
    });
  return `# Third-party notices\n\nAntou ships with the packages below. Electron's runtime brings the notices of Chromium and Node.js with it.\n\n${entries.join("\n")}`;
}

const text = notices();
if (process.argv.includes("--check")) {
  const current = existsSync(target) && readFileSync(target, "utf8") === text;
  if (!current) console.error("THIRD-PARTY-NOTICES.md is out of date: run `npm run notices`.");
  process.exitCode = current ? 0 : 1;
} else {
  writeFileSync(target, text);
}
