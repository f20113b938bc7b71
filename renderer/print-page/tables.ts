/** Tables within the width of the page. */

/** What a cell is to keep on one line: a heading, a number with its unit, a name. In characters. */
const SHORT = 8;

/** Short cells keep to one line where the table has room for it; columns that are too many get smaller type. */
export function fitTables(root: HTMLElement): void {
  for (const table of root.querySelectorAll("table")) {
    for (const cell of table.querySelectorAll<HTMLElement>("th, td")) {
      cell.toggleAttribute("data-short", cell.innerText.trim().length <= SHORT);
    }
    if (isTooWide(table))
      for (const cell of table.querySelectorAll("[data-short]")) cell.removeAttribute("data-short");
    if (isTooWide(table)) table.dataset["narrow"] = "";
  }
}

function isTooWide(table: HTMLElement): boolean {
  const room = table.parentElement?.clientWidth ?? 0;
  return table.getBoundingClientRect().width > room + 1;
}
