/** What a key means on the row that has the focus. */
import type { Role } from "./role-choice.tsx";

export type RowKey =
  | { readonly kind: "go"; readonly to: "next" | "previous" | "first" | "last" }
  | { readonly kind: "move"; readonly by: -1 | 1 }
  | { readonly kind: "role"; readonly role: Role }
  | { readonly kind: "edit" | "delete" | "join" };

const roles: Readonly<Record<string, Role>> = {
  h: { role: "heading", level: 2 },
  p: { role: "paragraph" },
  c: { role: "caption" },
  l: { role: "lead" },
  b: { role: "byline" },
  "1": { role: "heading", level: 1 },
  "2": { role: "heading", level: 2 },
  "3": { role: "heading", level: 3 },
  "4": { role: "heading", level: 4 },
};

const others: Readonly<Record<string, RowKey>> = {
  ArrowDown: { kind: "go", to: "next" },
  ArrowUp: { kind: "go", to: "previous" },
  Home: { kind: "go", to: "first" },
  End: { kind: "go", to: "last" },
  Enter: { kind: "edit" },
  F2: { kind: "edit" },
  Delete: { kind: "delete" },
  j: { kind: "join" },
  J: { kind: "join" },
};

/** Null for a key that means nothing there. */
export function rowKeyOf(event: KeyboardEvent): RowKey | null {
  if (event.altKey) {
    if (event.key === "ArrowUp") return { kind: "move", by: -1 };
    return event.key === "ArrowDown" ? { kind: "move", by: 1 } : null;
  }
  if (event.ctrlKey || event.metaKey) return null;
  const role = roles[event.key.toLowerCase()];
  return others[event.key] ?? (role === undefined ? null : { kind: "role", role });
}
