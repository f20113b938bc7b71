/** Talks to Chromium in its own language, the DevTools protocol, over a pair of pipes. */
import { EventEmitter } from "node:events";
import type { Readable, Writable } from "node:stream";
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

  send(method: string, parameters: object, sessionId: string | undefined): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject: (error) => reject(new Error(`${method}: ${error.message}`)) });
    });
    this.#output.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
    return answer;
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
