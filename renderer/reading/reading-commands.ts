/** The commands that the reading view answers, whether from a menu, the keyboard or its toolbar. */
import { useEffect } from "react";
import type { Neighbour, Neighbours } from "../../preload/model/listing.ts";
import type { MenuTarget } from "../../preload/model/menu-target.ts";
import type { Section } from "../../preload/model/sections.ts";
import { defaultSettings, settingsChangeSchema } from "../../preload/model/settings.ts";
import { ask } from "../client.ts";
import { runCommand, useCommands } from "../ui/commands.ts";
import { useSay } from "../ui/language.ts";
import { useAttempt, useNotices } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";
import type { ArticleModel } from "./article-model.ts";
import { textToCopy } from "./copying.ts";

interface CommandsContext {
  readonly model: ArticleModel;
  readonly sections: readonly Section[];
  readonly neighbours: Neighbours;
  readonly onOpen: (articleId: number) => void;
  readonly onFind: () => void;
  readonly onOriginal: () => void;
  readonly onToggleContents: () => void;
}

export function useReadingCommands(context: CommandsContext): void {
  const { model, sections, neighbours, onOpen } = context;
  const say = useSay();
  const { tell } = useNotices();
  const attempt = useAttempt();
  const setTextSize = useTextSize();
  const open = (neighbour: Neighbour | null) => {
    if (neighbour !== null) onOpen(neighbour.id);
  };
  const copySection = async (target: MenuTarget | null) => {
    const section = sections.find((each) => target?.kind === "heading" && each.number === target.section);
    if (section === undefined) return;
    const copied = await attempt(() => ask("copyText", { text: textToCopy(model, section) }));
    if (copied) tell(say("reading.section-copied"));
  };
  const savePicture = async (target: MenuTarget | null) => {
    if (target?.kind !== "picture") return;
    await attempt(async () => {
      const path = await ask("savePicture", { hash: target.hash });
      if (path !== null) tell(say("reading.saved", { path }));
    });
  };
  useCommands({
    "find-in-article": context.onFind,
    "previous-article": () => open(neighbours.previous),
    "next-article": () => open(neighbours.next),
    "toggle-contents": context.onToggleContents,
    "text-larger": () => setTextSize((size) => size + 1),
    "text-smaller": () => setTextSize((size) => size - 1),
    "text-reset": () => setTextSize(() => defaultSettings.textSize),
    "view-original": context.onOriginal,
    "copy-section": (target) => void copySection(target),
    "save-picture": (target) => void savePicture(target),
  });
}

function useTextSize(): (change: (size: number) => number) => void {
  const { textSize } = useSettings();
  const changeSettings = useChangeSettings();
  const attempt = useAttempt();
  return (change) => {
    const wanted = settingsChangeSchema.safeParse({ textSize: change(textSize) });
    // The smallest and the largest size stay as they are.
    if (wanted.success && change(textSize) !== textSize) void attempt(() => changeSettings(wanted.data));
  };
}

/** Wheel movement, in CSS pixels, that changes the text size by one: a notch of an ordinary mouse. */
const WHEEL_NOTCH = 100;

/** Ctrl+wheel over the page changes the size of its text. */
export function useSizeByWheel(view: HTMLElement | null): void {
  useEffect(() => {
    if (view === null) return;
    let turned = 0;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      // Else Chromium would zoom the whole window.
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < WHEEL_NOTCH) return;
      runCommand(turned < 0 ? "text-larger" : "text-smaller");
      turned = 0;
    };
    view.addEventListener("wheel", onWheel, { passive: false });
    return () => view.removeEventListener("wheel", onWheel);
  }, [view]);
}
