/** Steps taken one after another, each on the desk on which it was chosen, or on what the steps before it made of that. */
import type { CorrectionDesk } from "../../preload/model/correction.ts";
import { CallError } from "../client.ts";

type State = Pick<CorrectionDesk, "state">;

interface Standing<Desk extends State> {
  readonly read: () => Desk | undefined;
  readonly write: (desk: Desk) => void;
}

export interface StepQueue<Desk extends State> {
  /**
   * `chosenOn`: the state of the desk that was shown when the step was chosen; null for one that is about no place. Throws
   * `desk-changed` where something else than steps of this desk has changed it since.
   */
  readonly take: (chosenOn: string | null, act: (desk: Desk) => Promise<Desk | null>) => Promise<void>;
}

/**
 * A step may be chosen before the one before it has answered: the same key twice is meant for what comes into the place.
 * What an import did meanwhile is not, and its places are others.
 */
export function createStepQueue<Desk extends State>({ read, write }: Standing<Desk>): StepQueue<Desk> {
  let last = Promise.resolve();
  /** The states that steps of this desk led through, one after another, up to the one that stands. */
  let own: string[] = [];

  async function takeNow(chosenOn: string | null, act: (desk: Desk) => Promise<Desk | null>): Promise<void> {
    const desk = read();
    if (desk === undefined) return;
    if (own.at(-1) !== desk.state) own = [desk.state];
    if (chosenOn !== null && !own.includes(chosenOn))
      throw new CallError({ code: "desk-changed", parameters: {} });
    const after = await act(desk);
    if (after === null) return;
    own = [...own, after.state];
    write(after);
  }

  return {
    take: (chosenOn, act) => {
      const taken = last.then(() => takeNow(chosenOn, act));
      last = taken.catch(() => undefined);
      return taken;
    },
  };
}
