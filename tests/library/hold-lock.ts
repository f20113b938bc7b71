/** A process of its own that holds the library in argv[2] until it is killed. */
import { openLibrary } from "../../main/library/open.ts";

// The whole of it: a lock that nothing refers to any more is let go with the garbage.
const library = openLibrary(String(process.argv[2]));
process.stdout.write("held\n");
setInterval(() => library.db.open || library.close(), 60_000);
