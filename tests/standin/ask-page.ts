/** What is asked of the person through a page: files, a choice from a menu, a word. */
import type { Protocol, Session } from "./cdp.ts";
import { type DrawnItem, drawMenu } from "./page/draw-menu.ts";

/** Paths; none when the person cancelled. A folder without files cannot be told. */
export async function chooseFiles(
  page: Session,
  wanted: { readonly several: boolean; readonly folder: boolean },
): Promise<string[]> {
  const input = await evaluate(page, {
    expression: `new Promise((resolve) => {
      const input = Object.assign(document.createElement("input"), {
        type: "file", multiple: ${wanted.several}, webkitdirectory: ${wanted.folder}
      });
      input.onchange = () => resolve(input);
      input.oncancel = () => resolve(null);
      input.click();
    })`,
  });
  if (input.objectId === undefined) return [];
  const { result: count } = await page.send("Runtime.callFunctionOn", {
    objectId: input.objectId,
    functionDeclaration: "function () { return this.files.length }",
  });
  // Of a folder the first file tells: its path ends in its path within the folder.
  const indexes = Array.from(
    { length: wanted.folder ? Math.min(count.value, 1) : count.value },
    (_, at) => at,
  );
  const paths = await Promise.all(indexes.map((at) => pathOf(page, input.objectId ?? "", at)));
  return paths.map(({ path, within }) => (wanted.folder ? folderOf(path, within) : path));
}

async function pathOf(
  page: Session,
  objectId: string,
  at: number,
): Promise<{ path: string; within: string }> {
  const { result: file } = await page.send("Runtime.callFunctionOn", {
    objectId,
    functionDeclaration: `function () { return this.files[${at}] }`,
  });
  const { path } = await page.send("DOM.getFileInfo", { objectId: file.objectId ?? "" });
  const { result: within } = await page.send("Runtime.callFunctionOn", {
    objectId: file.objectId ?? "",
    functionDeclaration: "function () { return this.webkitRelativePath }",
  });
  return { path, within: String(within.value) };
}

/** "/home/li/pages/2026/a.txt" within "pages/2026/a.txt" is in the folder "/home/li/pages". */
function folderOf(path: string, within: string): string {
  const [top = ""] = within.split("/");
  return path.slice(0, path.length - within.length) + top;
}

/** The number of the item chosen; -1 for none. */
export async function chooseFromMenu(
  page: Session,
  items: readonly DrawnItem[],
  x: number,
  y: number,
): Promise<number> {
  const answer = await evaluate(page, {
    expression: `(${drawMenu})(${JSON.stringify(items)}, ${x}, ${y})`,
  });
  return Number(answer.value);
}

/** What `prompt` or `confirm` answers. */
export async function ask(page: Session, question: string): Promise<unknown> {
  return (await evaluate(page, { expression: question })).value;
}

async function evaluate(
  page: Session,
  given: Protocol.Runtime.evaluateParameters,
): Promise<Protocol.Runtime.RemoteObject> {
  // As if the person had just clicked: without that a page may open no file chooser.
  const { result } = await page.send("Runtime.evaluate", { ...given, awaitPromise: true, userGesture: true });
  return result;
}
