/** Choosing what of the open article is printed (选印): whether it is on, what is ticked, and what ends it. */
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Article } from "../../../preload/model/article.ts";
import type { ArticleText } from "../../../preload/model/article-text.ts";
import type { Section } from "../../../preload/model/sections.ts";
import type { KeptChoice } from "../../ui/frame-context.ts";
import {
  type Choosable,
  type Chosen,
  choosableOf,
  nothingChosen,
  type PartRange,
  toggled,
} from "./chosen-parts.ts";

export interface Choosing {
  readonly isOn: boolean;
  readonly choosable: Choosable;
  readonly chosen: Chosen;
  readonly start: () => void;
  /** Forgets what was ticked. */
  readonly stop: () => void;
  readonly toggle: (range: PartRange) => void;
}

/** `kept`: what was ticked outlives the reading view, so that it is still there after a preview. */
export function useChoosing(
  article: Article,
  text: ArticleText,
  sections: readonly Section[],
  kept: RefObject<KeptChoice | null> | undefined,
): Choosing {
  const { id, revision, lead, body } = article;
  const choosable = useMemo(() => choosableOf({ lead, body }, text, sections), [lead, body, text, sections]);
  const [chosen, setChosen] = useState<Chosen | null>(() => keptFor(kept?.current, id, revision));
  useEffect(() => {
    if (kept !== undefined) kept.current = chosen === null ? null : { article: id, revision, parts: chosen };
  }, [kept, chosen, id, revision]);
  const start = useCallback(() => setChosen((before) => before ?? nothingChosen), []);
  const stop = useCallback(() => setChosen(null), []);
  const toggle = useCallback(
    (range: PartRange) => setChosen((before) => toggled(choosable, before ?? nothingChosen, range)),
    [choosable],
  );
  const isOn = chosen !== null;
  useEscape(isOn, stop);
  return useMemo(
    () => ({ isOn, choosable, chosen: chosen ?? nothingChosen, start, stop, toggle }),
    [isOn, choosable, chosen, start, stop, toggle],
  );
}

function keptFor(kept: KeptChoice | null | undefined, id: number, revision: number): Chosen | null {
  return kept?.article === id && kept.revision === revision ? kept.parts : null;
}

/** Esc leaves, unless something nearer takes it: a selection, a field, a dialog. */
function useEscape(isOn: boolean, stop: () => void): void {
  const newest = useRef(stop);
  useEffect(() => {
    newest.current = stop;
  });
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || isNearer(event.target))
        return;
      event.preventDefault();
      event.stopPropagation();
      newest.current();
    };
    // Before the window's own listener, which would step back.
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [isOn]);
}

function isNearer(target: EventTarget | null): boolean {
  if (document.getSelection()?.isCollapsed === false) return true;
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return true;
  const field = target instanceof Element && target.closest("input:not([type='checkbox']), textarea, aside");
  return field !== null && field !== false;
}
