/** The import rules of DESIGN.md, checked on the source as it is. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const sourceFolders = ["main", "preload", "renderer"];

/** Every source file, relative to the root with forward slashes, and the modules it names. */
const files = new Map(
  sourceFolders
    .flatMap(sourceFiles)
    .map((file) => [file, importsOf(file, readFileSync(join(root, file), "utf8"))]),
);

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** Static, dynamic and re-exporting imports; relative ones resolved against the root, `?query` dropped. */
function importsOf(file: string, source: string): string[] {
  const named = [...source.matchAll(/(?:\bfrom\s+|^import\s+|\bimport\(\s*)"([^"\n]+)"/gm)].map(
    (match) => match[1] ?? "",
  );
  return named.map((name) =>
    name.startsWith(".")
      ? relative(root, resolve(root, dirname(file), name.replace(/\?.*$/, ""))).replaceAll("\\", "/")
      : name,
  );
}

/** Each import that breaks a rule, as `file → import`, so that a failure names it. */
function breaking(rule: (file: string, imported: string) => boolean): string[] {
  return [...files].flatMap(([file, imports]) =>
    imports.filter((imported) => rule(file, imported)).map((imported) => `${file} → ${imported}`),
  );
}

function isInside(path: string, ...folders: string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** The part of `folder` a file belongs to: `featureOf("renderer/reading/x.ts", "renderer")` is `reading`. */
function featureOf(path: string, folder: string): string | null {
  const [top, feature, rest] = path.split("/");
  return top === folder && rest !== undefined ? (feature ?? null) : null;
}

describe("The sources", () => {
  it("are found at all", () => {
    expect(files.size).toBeGreaterThan(20);
    expect(files.get("preload/index.ts")).toContain("electron");
    expect(files.get("preload/index.ts")).toContain("preload/contract.ts");
  });

  it("never cross between renderer and main", () => {
    expect(
      breaking(
        (file, imported) =>
          (isInside(file, "renderer") && isInside(imported, "main")) ||
          (isInside(file, "main") && isInside(imported, "renderer")),
      ),
    ).toEqual([]);
  });

  it("reach the border only through its contract and its model", () => {
    expect(
      breaking(
        (file, imported) =>
          !isInside(file, "preload") &&
          isInside(imported, "preload") &&
          !isInside(imported, "preload/contract.ts", "preload/model"),
      ),
    ).toEqual([]);
  });

  it("import nothing but values and pure functions in the model and the contract", () => {
    expect(
      breaking(
        (file, imported) =>
          isInside(file, "preload/model", "preload/contract.ts") &&
          !["zod", "opencc-js/dict/TSCharacters", "approx-string-match"].includes(imported) &&
          !isInside(imported, "preload/model"),
      ),
    ).toEqual([]);
  });

  it("name electron only in the shell, the composition root and the preload", () => {
    expect(
      breaking(
        (file, imported) =>
          (imported === "electron" || imported.startsWith("electron/")) &&
          !isInside(file, "main/shell", "main/index.ts", "preload/index.ts"),
      ),
    ).toEqual([]);
  });

  it("keep importing, library, search and exporting out of one another", () => {
    const parts = ["importing", "library", "search", "exporting"];
    expect(
      breaking((file, imported) => {
        const from = featureOf(file, "main");
        const to = featureOf(imported, "main");
        return from !== null && to !== null && from !== to && parts.includes(from) && parts.includes(to);
      }),
    ).toEqual([]);
  });

  it("keep a feature of the interface out of another's insides", () => {
    const shared = ["ui", "styles"];
    expect(
      breaking((file, imported) => {
        const from = featureOf(file, "renderer");
        const to = featureOf(imported, "renderer");
        // `app` is what puts the features together.
        return from !== null && to !== null && from !== to && from !== "app" && !shared.includes(to);
      }),
    ).toEqual([]);
  });

  it("say window.reader in one file only", () => {
    const sayers = [...files.keys()].filter((file) => {
      const code = readFileSync(join(root, file), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      return isInside(file, "renderer") && /\bwindow\.reader\b/.test(code);
    });
    expect(sayers).toEqual(["renderer/client.ts"]);
  });

  it("have no import cycles", () => {
    expect(findCycle()).toBeNull();
  });
});

/** The first cycle found, as the files along it, or null. */
function findCycle(): string[] | null {
  const finished = new Set<string>();
  const path: string[] = [];
  function visit(file: string): string[] | null {
    if (finished.has(file) || !files.has(file)) return null;
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    path.push(file);
    for (const imported of files.get(file) ?? []) {
      const cycle = visit(imported);
      if (cycle !== null) return cycle;
    }
    path.pop();
    finished.add(file);
    return null;
  }
  for (const file of files.keys()) {
    const cycle = visit(file);
    if (cycle !== null) return cycle;
  }
  return null;
}
