/** A header or a footer: left, centre and right, with fields such as the page's number put in by buttons. */
import { type ReactNode, useMemo, useRef, useState } from "react";
import { type PrintField, type PrintOptions, printFields } from "../../preload/model/print.ts";
import { useSay } from "../ui/language.ts";
import { type FieldNames, shownField, shownFields, storedFields } from "./field-names.ts";
import styles from "./options.module.css";
import { TypedField } from "./typed-field.tsx";

type Furniture = PrintOptions["header"];
type Side = keyof Furniture;

const sides = ["left", "center", "right"] as const satisfies readonly Side[];
/** As the schema bounds it, with room for what field names take more than their stored form. */
const LONGEST = 160;

interface FurnitureFieldsProps {
  readonly which: "header" | "footer";
  readonly value: Furniture;
  readonly onChange: (value: Furniture) => void;
}

export function FurnitureFields({ which, value, onChange }: FurnitureFieldsProps): ReactNode {
  const say = useSay();
  const names = useMemo(
    () => Object.fromEntries(printFields.map((field) => [field, say(`print.field-${field}`)])) as FieldNames,
    [say],
  );
  const [active, setActive] = useState<Side>("center");
  const inputs = useRef<Partial<Record<Side, HTMLInputElement | null>>>({});
  const change = (side: Side, shown: string) => onChange({ ...value, [side]: storedFields(shown, names) });
  const insert = (field: PrintField) => {
    const input = inputs.current[active];
    const shown = input?.value ?? shownFields(value[active], names);
    const at = input?.selectionStart ?? shown.length;
    const end = input?.selectionEnd ?? at;
    change(active, `${shown.slice(0, at)}${shownField(field, names)}${shown.slice(end)}`);
    input?.focus();
  };
  return (
    <fieldset className={styles["furniture"]}>
      <legend>{say(`print.${which}`)}</legend>
      {sides.map((side) => (
        <div key={side} className={styles["side"]}>
          <span aria-hidden>{say(`print.${side}`)}</span>
          <TypedField
            name={say(`print.${which}-${side}`)}
            value={shownFields(value[side], names)}
            maxLength={LONGEST}
            inputRef={(input) => {
              inputs.current[side] = input;
            }}
            onFocus={() => setActive(side)}
            onChange={(shown) => change(side, shown)}
          />
        </div>
      ))}
      <div className={styles["insert"]}>
        <span>{say("print.insert-field")}</span>
        {printFields.map((field) => (
          <button
            key={field}
            type="button"
            className={styles["chip"]}
            aria-label={`${say("print.insert-field")} ${names[field]} ${say(`print.${which}-${active}`)}`}
            // The field keeps its cursor, so that what is put in stands there.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => insert(field)}
          >
            {names[field]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
