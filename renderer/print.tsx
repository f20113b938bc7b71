/**
 * The print page's entry, at `reader://app/print/<job>`: one document, drawn once. Main prints the page as it stands when
 * it is told that everything on it does.
 */
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { pageGeometry } from "../preload/model/print-geometry.ts";
import { ask, CallError } from "./client.ts";
import { facesMissing, loadFaces } from "./print-page/faces.ts";
import { keepToGrid } from "./print-page/line-grid.ts";
import { paintMarks } from "./print-page/marks.ts";
import { placeOfficialLines } from "./print-page/official-lines.ts";
import { applyPageRules } from "./print-page/page-rules.ts";
import { drawnPictures, everyPictureStands } from "./print-page/pictures.ts";
import { PrintPage } from "./print-page/print-page.tsx";
import { readArticles } from "./print-page/printed-articles.ts";
import { keepShortParagraphs } from "./print-page/short-paragraphs.ts";
import { fitTables } from "./print-page/tables.ts";
import "./styles/index.css";
import "./print-page/print.css";
import "./print-page/gongwen.css";

async function drawPage(job: string): Promise<void> {
  const printed = await ask("printDocument", { job });
  const articles = readArticles(printed);
  const pictures = await drawnPictures(articles, printed.options.pictures);
  applyPageRules(printed, articles, pageGeometry(printed.template, printed.options));
  const root = document.getElementById("root");
  if (root === null) throw new Error("print.html has no element with the id root.");
  flushSync(() => {
    createRoot(root).render(<PrintPage printed={printed} articles={articles} pictures={pictures.drawn} />);
  });
  await everyPictureStands(root);
  paintMarks(root, articles, printed);
  await loadFaces(printed);
  fitTables(root);
  keepShortParagraphs(root);
  if (printed.template === "gongwen") {
    placeOfficialLines(root);
    keepToGrid(root);
  }
  await ask("printPageReady", {
    job,
    missingFaces: [...facesMissing(printed.template)],
    missingPictures: pictures.missing,
  });
}

const job = location.pathname.split("/").at(-1) ?? "";
try {
  await drawPage(decodeURIComponent(job));
} catch (error) {
  // Main waits for this page, and is told by its end. Where main itself said no, it does not wait any more.
  if (!(error instanceof CallError)) window.close();
  throw error;
}
