/** How long an article takes from the press on its row until it can be read. */
import type { Page } from "@playwright/test";

/** Milliseconds from the press on a row of the list to its article's first screen; `marked`: with bookmarks painted. */
export async function timeToFirstScreen(page: Page, title: string, marked = false): Promise<number> {
  const row = page.getByRole("option", { name: title });
  await row.scrollIntoViewIfNeeded();
  const painted = await page.evaluateHandle(
    ([wanted, marked]) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const shown = () => {
        const article = document.querySelector("article");
        return (
          article?.querySelector("h1")?.textContent === wanted &&
          article.querySelector("[data-part] p") !== null &&
          (!marked || [...CSS.highlights.values()].some(({ size }) => size > 0))
        );
      };
      // Not awaited here: the click comes after this call has answered.
      const measured = new Promise<number>((resolve) => {
        const onPress = async (event: Event) => {
          while (!shown()) await frame();
          await frame();
          await frame();
          resolve(performance.now() - event.timeStamp);
        };
        addEventListener("pointerdown", onPress, { capture: true, once: true });
      });
      return { measured };
    },
    [title, marked] as const,
  );
  await row.click();
  // The article may be opened by the click or by Enter, as in a file manager.
  return painted.evaluate(({ measured }) => measured);
}
