/** Tells the stylesheet which lines of an official document stand at a place of their own. */
import { officialPlaces } from "../../preload/model/gongwen-places.ts";

export function placeOfficialLines(root: HTMLElement): void {
  for (const article of root.querySelectorAll("article")) {
    const blocks = [...article.querySelectorAll<HTMLElement>(".piece > *")];
    const texts = blocks.map((block) => (block.matches("p[data-start]") ? (block.textContent ?? "") : ""));
    for (const [index, place] of officialPlaces(texts).entries()) {
      const block = blocks[index];
      if (place !== null && block !== undefined) block.dataset["place"] = place;
    }
    for (const line of blocks) if (line.dataset["place"] === "date") setUnderSignature(line);
  }
}

/**
 * GB/T 9704—2012, 7.3.5.2: the signature ends two characters before the margin, and the date begins two characters after the
 * signature does; where that would bring the date too far, it ends two characters before the margin and moves the signature.
 */
function setUnderSignature(line: HTMLElement): void {
  const signature = line.previousElementSibling;
  if (!(signature instanceof HTMLElement) || signature.dataset["place"] !== "signature") return;
  const widthOf = (element: HTMLElement) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().width;
  };
  const two = Number.parseFloat(getComputedStyle(line).fontSize) * 2;
  const [signed, dated] = [widthOf(signature), widthOf(line)];
  const isDateLonger = dated + two > signed;
  signature.style.paddingInlineEnd = `${isDateLonger ? dated + two + two - signed : two}px`;
  line.style.paddingInlineEnd = `${isDateLonger ? two : signed - dated}px`;
}
