/**
 * The line grid of official documents: what is not as high as whole lines, such as a picture, is given the rest, so that
 * every line of text on the page stands where a line stands on any page.
 */

/** Half a hair: what rounding leaves is no rest. */
const ROUNDING = 0.5;

export function keepToGrid(root: HTMLElement): void {
  const line = lineHeightOf(root);
  const blocks = [
    ...root.querySelectorAll<HTMLElement>(
      ".titleBlock > *, .piece > *, .piece > [data-lead] > *, .piece li > *, .piece blockquote > *, .piece tr",
    ),
  ];
  // All are measured before any is changed, so that the page is laid out once for all of them.
  const rests = blocks.map((block) => restOf(block.getBoundingClientRect().height, line));
  for (const [index, block] of blocks.entries()) {
    const rest = rests[index] ?? 0;
    if (rest > 0 && !holdsOther(block)) addBelow(block, rest);
  }
}

/** Containers are as high as what they hold. */
function holdsOther(block: HTMLElement): boolean {
  return block.matches("ul, ol, blockquote, section:not(.citation)") || block.querySelector("tr") !== null;
}

function addBelow(block: HTMLElement, rest: number): void {
  const cells = block.matches("tr") ? [...block.children] : [block];
  for (const cell of cells) {
    if (cell instanceof HTMLElement) cell.style.paddingBlockEnd = `${rest}px`;
  }
}

function restOf(height: number, line: number): number {
  const over = height % line;
  return over < ROUNDING || line - over < ROUNDING ? 0 : line - over;
}

/** As it is laid out, which is not quite as it is written: browsers count in parts of a pixel. */
function lineHeightOf(root: HTMLElement): number {
  const LINES = 100;
  const probe = document.createElement("div");
  probe.className = "lineProbe";
  probe.textContent = "\n".repeat(LINES);
  root.append(probe);
  const { height } = probe.getBoundingClientRect();
  probe.remove();
  return height / LINES;
}
