/** Talks to Chromium in its own language, the DevTools protocol, over a pair of pipes. */
import { EventEmitter } from "node:events";
import type { Readable, Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { Protocol } from "../../node_modules/playwright-core/types/protocol.d.ts";

export type { Protocol };

type Command = keyof Protocol.CommandParameters;
type Parameters<Name extends Command> = Protocol.CommandParameters[Name];
type Answer<Name extends Command> = Protocol.CommandReturnValues[Name];

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** Bytes, in threes, which base64 writes without filling up. */
const LONG_PIECE = 3 * 128 * 1024;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Everything said to and heard from one Chromium. Messages are JSON, ended by a zero byte. */
export class Connection {
  readonly #output: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #sessions = new Map<string, Session>();
  readonly browser: Session;
  #lastId = 0;
  #parts: Buffer[] = [];
  /** What is to be written, in turn; the first is being written. */
  readonly #turns: (() => Promise<void> | undefined)[] = [];

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    this.browser = new Session(this, undefined);
    output.on("error", () => this.#close());
    input.on("data", (chunk: Buffer) => this.#hear(chunk));
    input.on("close", () => this.#close());
  }

  session(id: string): Session {
    const session = this.#sessions.get(id) ?? new Session(this, id);
    this.#sessions.set(id, session);
    return session;
  }

  /** `long`: a parameter of bytes, which goes out in pieces: one message of many megabytes would hold up all else here. */
  send(
    method: string,
    parameters: object,
    sessionId: string | undefined,
    long?: { readonly name: string; readonly bytes: Buffer },
  ): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject: (error) => reject(new Error(`${method}: ${error.message}`)) });
    });
    const message = JSON.stringify({ id, method, sessionId, params: parameters });
    this.#turns.push(() => {
      if (long !== undefined) return this.#writeLong(message, long);
      this.#output.write(`${message}\0`);
      return undefined;
    });
    if (this.#turns.length === 1) void this.#takeTurns();
    return answer;
  }

  /** What is short goes out at once where nothing long is on its way. */
  async #takeTurns(): Promise<void> {
    for (let turn = this.#turns[0]; turn !== undefined; turn = this.#turns[0]) {
      const written = turn();
      if (written !== undefined) await written;
      this.#turns.shift();
    }
  }

  /** The message ends with its parameters, which take one more. */
  async #writeLong(message: string, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
    this.#output.write(`${message.slice(0, -2)},${JSON.stringify(name)}:"`);
    for (let at = 0; at < bytes.length; at += LONG_PIECE) {
      this.#output.write(bytes.toString("base64", at, at + LONG_PIECE), "latin1");
      await setImmediate();
    }
    this.#output.write('"}}\0');
  }

  #hear(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.#parts.push(chunk.subarray(start, end));
      this.#take(JSON.parse(Buffer.concat(this.#parts).toString()) as Message);
      this.#parts = [];
      start = end + 1;
    }
    this.#parts.push(chunk.subarray(start));
  }

  #take(message: Message): void {
    if (message.id === undefined) {
      const session = message.sessionId === undefined ? this.browser : this.session(message.sessionId);
      session.events.emit(message.method ?? "", message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result);
    else waiting?.reject(new Error(message.error.message));
  }

  #close(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error("Chromium has ended"));
    this.#waiting.clear();
  }
}

/** One conversation: with the browser itself, or with a page in it. */
export class Session {
  readonly events = new EventEmitter();
  readonly #connection: Connection;
  readonly #id: string | undefined;

  constructor(connection: Connection, id: string | undefined) {
    this.#connection = connection;
    this.#id = id;
  }

  async send<Name extends Command>(method: Name, parameters?: Parameters<Name>): Promise<Answer<Name>> {
    return (await this.#connection.send(method, parameters ?? {}, this.#id)) as Answer<Name>;
  }

  /** Sends with bytes as a further parameter, in base64; nothing is told of its answer. */
  tellLong<Name extends Command>(
    method: Name,
    parameters: Parameters<Name>,
    long: { readonly name: keyof Parameters<Name> & string; readonly bytes: Buffer },
  ): void {
    this.#connection.send(method, parameters ?? {}, this.#id, long).catch(() => {});
  }

  /** Sends what a page that is just going away may leave unanswered. */
  tell<Name extends Command>(method: Name, parameters?: Parameters<Name>): void {
    this.send(method, parameters).catch(() => {});
  }

  on<Name extends keyof Protocol.EventMap>(
    name: Name,
    listener: (value: Protocol.EventMap[Name][0]) => void,
  ): void {
    this.events.on(name, listener);
  }
}
