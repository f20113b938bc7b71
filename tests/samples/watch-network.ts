/** Loaded into the reader process before its own code: whoever asks for an address is noted, and gets none. */
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const record = process.env["NETWORK_RECORD"] ?? "";

function refuse(what: string): never {
  appendFileSync(record, `${what}\n`);
  throw new Error("the reader process must not use the network");
}

net.Socket.prototype.connect = () => refuse("connect");
Object.assign(dns, { lookup: () => refuse("lookup"), resolve: () => refuse("resolve") });
globalThis.fetch = () => refuse("fetch");
syncBuiltinESMExports();
