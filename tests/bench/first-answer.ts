/** Opens a library and answers one query, in a fresh process (`directory`, `query`); answers one line of JSON. */
import { openLibrary } from "../../main/library/open.ts";
import { ensureIndex } from "../../main/search/index-table.ts";
import { answerOf } from "./search-answer.ts";

const [directory = "", query = ""] = process.argv.slice(2);
const started = performance.now();
const { db, close } = openLibrary(directory);
ensureIndex(db);
const { total } = answerOf(db, query);
console.log(JSON.stringify({ took: performance.now() - started, found: total }));
close();
