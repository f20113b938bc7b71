/** What a right-click met, and what a menu item or shortcut asks the window to do. */
import { z } from "zod";

export const menuTargetSchema = z.discriminatedUnion("kind", [
  /** `inArticle`: a passage of the open article, which can be marked. */
  z.object({ kind: z.literal("text"), selected: z.boolean(), inArticle: z.boolean().optional() }),
  z.object({ kind: z.literal("picture"), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** `section`: its number in contents order, as `sections` gives it. */
  z.object({ kind: z.literal("heading"), section: z.string().max(40) }),
  z.object({
    kind: z.literal("row"),
    ids: z.array(z.int().positive()).min(1).max(100_000),
    starred: z.boolean(),
    trashed: z.boolean(),
  }),
  z.object({ kind: z.literal("input"), selected: z.boolean() }),
]);

export type MenuTarget = z.infer<typeof menuTargetSchema>;

/** What main asks of the window. Roles such as copy and paste never come this way: Electron does those itself. */
export const commands = [
  "import-files",
  "import-folder",
  "show-library",
  "show-imports",
  "show-settings",
  "show-shortcuts",
  "show-guide",
  "show-about",
  "quick-find",
  "find-in-article",
  "search-library",
  "go-back",
  "go-forward",
  "previous-article",
  "next-article",
  "toggle-contents",
  "toggle-list",
  "text-larger",
  "text-smaller",
  "text-reset",
  "full-screen",
  "keep-on-top",
  "view-original",
  "copy-section",
  "select-article",
  "show-bookmarks",
  "highlight",
  "highlight-red",
  "highlight-yellow",
  "highlight-green",
  "highlight-blue",
  "highlight-grey",
  "note-selection",
  "tag-selection",
  "copy-with-citation",
  "search-selection",
  "selection-bar",
  "text-cursor",
  "undo-bookmark",
  "redo-bookmark",
  "save-picture",
  "open-rows",
  "star-rows",
  "unstar-rows",
  "edit-rows",
  "trash-rows",
  "restore-rows",
  "delete-rows",
] as const;

export type Command = (typeof commands)[number];
