/**
 * Values between processes as JSON, with what structured cloning keeps and JSON loses. `createCodec` is also sent into pages as
 * text, so it may use nothing from outside itself.
 */

export interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

export function createCodec(): Codec {
  /** A value JSON has no word for is an object with this one key. */
  const mark = "$clone";

  function toBase64(bytes: Uint8Array): string {
    let text = "";
    for (let start = 0; start < bytes.length; start += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
    }
    return btoa(text);
  }

  function marked(kind: string, content?: unknown): Record<string, unknown> {
    return { [mark]: [kind, content] };
  }

  function pack(value: unknown, parents: readonly unknown[]): unknown {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : marked("number", Object.is(value, -0) ? "-0" : String(value));
      case "undefined":
        return marked("undefined");
      case "bigint":
        return marked("bigint", String(value));
      case "object":
        return value === null ? null : packObject(value, parents);
      default:
        throw new Error("An object could not be cloned.");
    }
  }

  function packObject(value: object, parents: readonly unknown[]): unknown {
    if (parents.includes(value))
      throw new Error("A value that contains itself cannot cross in the stand-in.");
    const inner = [...parents, value];
    const packAll = (values: Iterable<unknown>) => Array.from(values, (item) => pack(item, inner));
    if (Array.isArray(value)) return packAll(value);
    const special = packSpecial(value, packAll);
    if (special !== null) return special;
    const entries = Object.entries(value).map(([key, item]) => [key, pack(item, inner)]);
    return mark in value ? marked("object", Object.fromEntries(entries)) : Object.fromEntries(entries);
  }

  /** What is not a plain object; null for what is. */
  function packSpecial(value: object, packAll: (values: Iterable<unknown>) => unknown[]): object | null {
    if (value instanceof Date) return marked("Date", value.getTime());
    if (value instanceof Map) return marked("Map", packAll([...value].flat()));
    if (value instanceof Set) return marked("Set", packAll(value));
    if (value instanceof RegExp) return marked("RegExp", [value.source, value.flags]);
    if (value instanceof Error) return marked("Error", [value.name, value.message, value.stack]);
    if (value instanceof ArrayBuffer) return marked("ArrayBuffer", toBase64(new Uint8Array(value)));
    if (!ArrayBuffer.isView(value)) return null;
    return marked("bytes", toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
  }

  function unpack(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(unpack);
    const special = (value as Record<string, unknown>)[mark];
    return Array.isArray(special) ? unpackMarked(special[0], special[1]) : unpackEntries(value);
  }

  function unpackEntries(value: object): object {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]));
  }

  function unpackMarked(kind: string, content: unknown): unknown {
    const parts = () => (content as unknown[]).map(unpack);
    switch (kind) {
      case "number":
        return Number(content);
      case "bigint":
        return BigInt(content as string);
      case "Date":
        return new Date(content as number);
      case "Map": {
        const flat = parts();
        return new Map(flat.flatMap((key, at) => (at % 2 === 0 ? [[key, flat[at + 1]] as const] : [])));
      }
      case "Set":
        return new Set(parts());
      case "RegExp":
        return new RegExp(...(content as [string, string]));
      case "Error": {
        const [name, message, stack] = content as [string, string, string];
        return Object.assign(new Error(message), { name, stack });
      }
      case "ArrayBuffer":
        return fromBase64(content as string).buffer;
      case "bytes":
        return fromBase64(content as string);
      case "object":
        return unpackEntries(content as object);
      default:
        return undefined;
    }
  }

  function fromBase64(text: string): Uint8Array {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  }

  return {
    encode: (value) => JSON.stringify(pack(value, [])),
    decode: (text) => unpack(JSON.parse(text)),
  };
}
