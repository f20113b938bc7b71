/**
 * The print page's entry, at `reader://app/print/<job>`: one document, and when main says so another in its place. Main prints
 * the page as it stands when it is told that everything on it does.
 */
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { pageGeometry } from "../preload/model/print-geometry.ts";
import { ask, CallError, listen } from "./client.ts";
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

/** What stands on the page. */
let drawing: Root | null = null;

async function drawPage(job: string): Promise<void> {
  const printed = await ask("printDocument", { job });
  const articles = readArticles(printed);
  const pictures = await drawnPictures(articles, printed.options.pictures);
  applyPageRules(printed, articles, pageGeometry(printed.template, printed.options));
  const root = emptyRoot();
  drawing = createRoot(root);
  const page = <PrintPage printed={printed} articles={articles} pictures={pictures.drawn} />;
  flushSync(() => drawing?.render(page));
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

/** A new one each time: signs and notes stand in the old one that React knows nothing of. */
function emptyRoot(): HTMLElement {
  drawing?.unmount();
  const root = document.createElement("div");
  root.id = "root";
  document.body.replaceChildren(root);
  return root;
}

async function draw(job: string): Promise<void> {
  try {
    await drawPage(job);
  } catch (error) {
    // Main waits for this page, and is told by its end. Where main itself said no, it does not wait any more.
    if (!(error instanceof CallError)) window.close();
    throw error;
  }
}

listen("drawPrint", ({ job }) => {
  history.replaceState(null, "", `/print/${job}`);
  void draw(job);
});
await draw(decodeURIComponent(location.pathname.split("/").at(-1) ?? ""));
