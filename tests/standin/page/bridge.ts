/**
 * Carries values and functions between the two worlds of a page: the preload script's and the page's own. Each world runs the
 * same function; what one says to the other is a DOM event, whose detail Chromium clones for the listener, and which is over when
 * `dispatchEvent` returns, so that calls are answered at once, as over Electron's own bridge. Sent into pages as text.
 */

export interface Bridge {
  /** Gives the other world's page a read-only global. */
  readonly expose: (name: string, value: unknown) => void;
}

export function createBridge(own: "preload" | "page", other: "preload" | "page"): Bridge {
  type Callable = (...values: unknown[]) => unknown;
  type Outcome = { readonly value: unknown } | { readonly error: string };
  interface Said {
    readonly kind: "expose" | "call" | "settle";
    readonly id: number;
    readonly name: string;
    readonly value: unknown;
    readonly outcome: Outcome | null;
  }
  /** A function or a promise crosses as an object with this one key. */
  const mark = "$bridge";

  const functions: Callable[] = [];
  const known = new WeakMap<Callable, number>();
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let promiseCount = 0;
  let answer: unknown;

  function say(said: Partial<Said>): void {
    document.dispatchEvent(new CustomEvent(`standin:${other}`, { detail: said }));
  }

  function pack(value: unknown): unknown {
    if (typeof value === "function") return { [mark]: ["function", identify(value as Callable)] };
    if (value instanceof Promise) return { [mark]: ["promise", follow(value)] };
    if (Array.isArray(value)) return value.map(pack);
    return isPlain(value)
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item)]))
      : value;
  }

  function unpack(value: unknown): unknown {
    if (Array.isArray(value)) return Object.freeze(value.map(unpack));
    if (!isPlain(value)) return value;
    const special = (value as Record<string, unknown>)[mark];
    if (Array.isArray(special)) return special[0] === "function" ? stand(special[1]) : expect(special[1]);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]));
  }

  function isPlain(value: unknown): value is object {
    return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  }

  function identify(callable: Callable): number {
    const id = known.get(callable) ?? functions.push(callable) - 1;
    known.set(callable, id);
    return id;
  }

  /** A function here that calls function `id` there. */
  function stand(id: number): Callable {
    return (...values) => {
      say({ kind: "call", id, value: pack(values) });
      const outcome = answer as Outcome;
      if ("error" in outcome) throw new Error(outcome.error);
      return unpack(outcome.value);
    };
  }

  function follow(promise: Promise<unknown>): number {
    promiseCount += 1;
    const id = promiseCount;
    promise.then(
      (value) => say({ kind: "settle", id, outcome: { value: pack(value) } }),
      (error: unknown) => say({ kind: "settle", id, outcome: { error: messageOf(error) } }),
    );
    return id;
  }

  function expect(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      promises.set(id, { resolve, reject });
    });
  }

  function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
  }

  function perform(id: number, values: unknown): Outcome {
    try {
      return { value: pack(functions[id]?.(...(unpack(values) as unknown[]))) };
    } catch (error) {
      return { error: messageOf(error) };
    }
  }

  document.addEventListener(`standin:${own}`, (event) => {
    const said = (event as CustomEvent<Said>).detail;
    if (said.kind === "expose") {
      const value = Object.freeze(unpack(said.value));
      Object.defineProperty(globalThis, said.name, { value, enumerable: true });
    } else if (said.kind === "call") {
      const detail = perform(said.id, said.value);
      document.dispatchEvent(new CustomEvent(`standin:${other}:answer`, { detail }));
    } else {
      const promise = promises.get(said.id);
      promises.delete(said.id);
      if (said.outcome === null) return;
      if ("error" in said.outcome) promise?.reject(new Error(said.outcome.error));
      else promise?.resolve(unpack(said.outcome.value));
    }
  });
  document.addEventListener(`standin:${own}:answer`, (event) => {
    answer = (event as CustomEvent<unknown>).detail;
  });

  return { expose: (name, value) => say({ kind: "expose", name, value: pack(value) }) };
}
