/** What a paragraph is, and what it can be made. */
import type { ReactNode } from "react";
import type { CorrectionStep } from "../../preload/model/correction.ts";
import { ChooseField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { isOneText, nameOf, type Row } from "./pieces.ts";
import styles from "./rows.module.css";

export type Role = Omit<CorrectionStep & { readonly kind: "role" }, "kind" | "at">;

const LEVELS = [1, 2, 3, 4] as const;
const roles = ["paragraph", "caption", "lead", "kicker", "subtitle", "byline", "credits"] as const;

export function useRowName(row: Row): string {
  const say = useSay();
  const named = nameOf(row);
  return typeof named === "string" ? say(named) : say("correcting.heading", named);
}

interface RoleChoiceProps {
  readonly row: Row;
  readonly onRole: (role: Role) => void;
}

export function RoleChoice({ row, onRole }: RoleChoiceProps): ReactNode {
  const say = useSay();
  const name = useRowName(row);
  if (!isOneText(row)) return <span className={styles["role"]}>{name}</span>;
  const headings = LEVELS.map((level) => ({
    value: `heading-${level}`,
    name: say("correcting.heading", { level }),
    role: { role: "heading", level } as Role,
  }));
  const others = roles.map((role) => ({
    value: role,
    name: say(`correcting.${role}`),
    role: { role } as Role,
  }));
  const choices = [...others.slice(0, 1), ...headings, ...others.slice(1)];
  return (
    <ChooseField
      look="bare"
      label={say("correcting.role")}
      value={choices.find((choice) => choice.name === name)?.value ?? ""}
      choices={choices}
      shown={name}
      onChange={(value) => {
        const chosen = choices.find((choice) => choice.value === value);
        if (chosen !== undefined && chosen.name !== name) onRole(chosen.role);
      }}
    />
  );
}
