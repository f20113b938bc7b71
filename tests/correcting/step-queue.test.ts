import { describe, expect, it } from "vitest";
import { createStepQueue } from "../../renderer/correcting/step-queue.ts";

interface Desk {
  readonly state: string;
}

/** A desk whose states are letters; each step adds one. */
function deskInState(first: string) {
  let desk: Desk = { state: first };
  const queue = createStepQueue<Desk>({ read: () => desk, write: (next) => (desk = next) });
  const step = async ({ state }: Desk): Promise<Desk> => ({ state: `${state}+` });
  return {
    step: (chosenOn: string | null) => queue.take(chosenOn, step),
    take: queue.take,
    imported: (state: string) => (desk = { state }),
    state: () => desk.state,
  };
}

describe("The queue of steps", () => {
  it("takes a step that was chosen before the one before it answered on what that left", async () => {
    const { step, state } = deskInState("甲");
    await Promise.all([step("甲"), step("甲"), step("甲")]);
    expect(state()).toBe("甲+++");
    await step("甲+");
    expect(state()).toBe("甲++++");
  });

  it("refuses a step chosen on what something else has changed since", async () => {
    const { step, imported, state } = deskInState("甲");
    await step("甲");
    imported("乙");
    await expect(step("甲+")).rejects.toThrow("desk-changed");
    await expect(step("甲")).rejects.toThrow("desk-changed");
    expect(state()).toBe("乙");
    await step("乙");
    expect(state()).toBe("乙+");
  });

  it("refuses it though the change comes while another step is on its way", async () => {
    const { take, step, imported, state } = deskInState("甲");
    const first = take("甲", async () => {
      imported("乙");
      return null;
    });
    const second = step("甲");
    await first;
    await expect(second).rejects.toThrow("desk-changed");
    expect(state()).toBe("乙");
  });

  it("goes on after a step that failed, and takes one that is about no place at any time", async () => {
    const { take, step, imported, state } = deskInState("甲");
    await expect(take("甲", () => Promise.reject(new Error("full")))).rejects.toThrow("full");
    imported("乙");
    await step(null);
    expect(state()).toBe("乙+");
  });
});
