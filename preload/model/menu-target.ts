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

/** What makes sense only where something was pointed at: rows, a section, a picture, a selection. */
const pointedCommands = [
  "copy-section",
  "add-section-to-print",
  "select-article",
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
  "save-picture",
  "open-rows",
  "star-rows",
  "unstar-rows",
  "edit-rows",
  "change-encoding",
  "correct-rows",
  "add-rows-to-print",
  "trash-rows",
  "restore-rows",
  "delete-rows",
] as const;

/** What can be asked for anywhere: the menu bar, a key, quick find. */
const plainCommands = [
  "import-files",
  "import-folder",
  "paste-article",
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
  "previous-page",
  "next-page",
  "previous-issue",
  "next-issue",
  "toggle-contents",
  "toggle-list",
  "text-larger",
  "text-smaller",
  "text-reset",
  "full-screen",
  "keep-on-top",
  "view-original",
  "correct-article",
  "show-bookmarks",
  "text-cursor",
  "undo-bookmark",
  "redo-bookmark",
  "show-print",
  "print-preview",
  "choose-sections",
  "add-to-print",
] as const;

/** What main asks of the window. Roles such as copy and paste never come this way: Electron does those itself. */
export const commands = [...plainCommands, ...pointedCommands] as const;

export type Command = (typeof commands)[number];

const pointed: ReadonlySet<Command> = new Set(pointedCommands);

/** Whether a command needs something pointed at. */
export function isPointed(command: Command): boolean {
  return pointed.has(command);
}
