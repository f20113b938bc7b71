/** Selecting the text of the open article, as a reader does it. */
import type { Page } from "@playwright/test";

/** The middle of a character of the page. */
export async function placeOf(page: Page, phrase: string, at: "start" | "end") {
  return await page.evaluate(
    ([wanted, side]) => {
      const texts = document.createTreeWalker(
        document.querySelector("article") ?? document,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const found = (node.textContent ?? "").indexOf(wanted);
        if (found === -1) continue;
        const range = document.createRange();
        range.setStart(node, found);
        range.setEnd(node, found + wanted.length);
        const boxes = [...range.getClientRects()];
        const box = side === "start" ? boxes[0] : boxes.at(-1);
        if (box === undefined) continue;
        return { x: side === "start" ? box.left + 1 : box.right - 1, y: (box.top + box.bottom) / 2 };
      }
      throw new Error(`The page does not show ${wanted}`);
    },
    [phrase, at] as const,
  );
}

/** From the beginning of one phrase to the end of another. */
export async function selectByMouse(page: Page, from: string, to: string): Promise<void> {
  const start = await placeOf(page, from, "start");
  const end = await placeOf(page, to, "end");
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
}
