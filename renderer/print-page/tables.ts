/** Tables within the width of the page: a page that is too wide anywhere is printed smaller everywhere. */

/** What a cell is to keep on one line: a heading, a number with its unit, a name. In characters. */
const SHORT = 8;

/**
 * How a table gives way, step by step, until it fits: short cells wrap, type gets smaller twice, words part anywhere. The
 * stylesheet knows the steps by their numbers.
 */
const steps = [0, 1, 2, 3, 4];

export function fitTables(root: HTMLElement): void {
  for (const table of root.querySelectorAll("table")) {
    for (const cell of table.querySelectorAll<HTMLElement>("th, td")) {
      cell.toggleAttribute("data-short", (cell.textContent ?? "").trim().length <= SHORT);
    }
    for (const step of steps) {
      table.dataset["step"] = String(step);
      if (!isTooWide(table)) break;
    }
  }
}

function isTooWide(table: HTMLElement): boolean {
  const room = table.parentElement?.getBoundingClientRect().width ?? 0;
  return table.getBoundingClientRect().width > room + 1;
}
