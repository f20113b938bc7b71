/** A process of its own that holds the library in argv[2] until it is killed. */
import { openLibrary } from "../../main/library/open.ts";

const { db } = openLibrary(String(process.argv[2]));
process.stdout.write("held\n");
setInterval(() => db.open, 60_000);
