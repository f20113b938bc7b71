/** What can be done at the desk of one article; what fails is said by then, and answers false. */
import type { QueryClient } from "@tanstack/react-query";
import type {
  ArticleStep,
  CorrectedField,
  CorrectionDesk,
  CorrectionStep,
} from "../../preload/model/correction.ts";
import { ask } from "../client.ts";
import { asking } from "../ui/queries.ts";
import { createStepQueue } from "./step-queue.ts";

/** A conflict of paragraphs by its index, one of a field by its name, or with neither all of them. */
export interface Settled {
  readonly index?: number;
  readonly field?: CorrectedField;
}

/** A text that is being typed, and the step that it would be; null where what it was typed into is there no more. */
export interface TypedText {
  readonly step: CorrectionStep | null;
  readonly typed: string;
}

export interface DeskActs {
  readonly take: (step: CorrectionStep) => Promise<boolean>;
  readonly takeAcross: (step: ArticleStep) => Promise<boolean>;
  /** The other half that the desk offers. */
  readonly joinOffered: (other: number) => Promise<boolean>;
  /** What cannot be taken is kept on the desk, to be copied. */
  readonly takeTyped: (text: TypedText) => Promise<boolean>;
  /** While it is typed, for a kill to leave it; null once it is given up. */
  readonly keepTyped: (text: TypedText | null) => void;
  readonly forgetRescued: (text: string) => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
  readonly settle: (what: Settled, take: "mine" | "imported") => Promise<boolean>;
}

interface Desk {
  readonly id: number;
  readonly client: QueryClient;
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>;
  /** What is on screen. */
  readonly shown: () => CorrectionDesk | undefined;
}

type Act = (desk: CorrectionDesk) => Promise<CorrectionDesk | null>;

export function createDeskActs({ id, client, attempt, shown }: Desk): DeskActs {
  const { queryKey } = asking("correctionDesk", { id });
  const queue = createStepQueue<CorrectionDesk>({
    read: () => client.getQueryData<CorrectionDesk>(queryKey),
    write: (desk) => client.setQueryData(queryKey, desk),
  });
  const again = () => client.invalidateQueries({ queryKey });
  const onShown = (act: Act) => {
    const chosenOn = shown()?.state ?? null;
    return attempt(() => queue.take(chosenOn, act));
  };
  // The keys are held until everything is undone, and a little longer.
  const retrace = (name: "undoCorrection" | "redoCorrection", left: "undoable" | "redoable") =>
    attempt(() => queue.take(null, (desk) => (desk[left] === 0 ? nothing() : ask(name, { id }))));
  const across =
    (step: ArticleStep): Act =>
    ({ state, article: { revision } }) =>
      ask("correctArticles", { id, revision, state, step });
  const take = (step: CorrectionStep) =>
    onShown(({ state, article: { revision } }) => ask("correct", { id, revision, state, step }));
  const keep = ({ step, typed }: TypedText) => {
    const revision = shown()?.article.revision ?? 1;
    const draft = { step: step === null ? null : { revision, step }, typed };
    return ask("keepCorrectionDraft", { id, draft });
  };
  return {
    take,
    takeAcross: (step) => onShown(across(step)),
    // Pressed again before the first press was answered, it is joined by then.
    joinOffered: (other) =>
      onShown((desk) =>
        desk.continuations.some(({ id: each }) => each === other)
          ? across({ kind: "join-article", other })(desk)
          : nothing(),
      ),
    takeTyped: async (text) => {
      const isTaken = text.step !== null && (await take(text.step));
      if (!isTaken && text.typed.trim() !== "")
        await attempt(() => keep({ ...text, step: null }).then(again));
      return isTaken;
    },
    // Should it fail, so does the step that it becomes, and that is said.
    keepTyped: (text) =>
      void (text === null ? ask("keepCorrectionDraft", { id, draft: null }) : keep(text)).catch(() => null),
    forgetRescued: (text) => attempt(() => ask("forgetRescuedText", { text }).then(again)),
    undo: () => retrace("undoCorrection", "undoable"),
    redo: () => retrace("redoCorrection", "redoable"),
    settle: ({ index = null, field = null }, taken) =>
      onShown(({ state }) => ask("settleCorrection", { id, state, index, field, take: taken })),
  };
}

function nothing(): Promise<null> {
  return Promise.resolve(null);
}
