/** A text field that tells what was typed once typing rests, never half-typed pinyin: each telling prints anew. */
import { type FocusEvent, type ReactNode, type Ref, useEffect, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import fields from "../ui/fields.module.css";

const REST_MS = 350;

interface TypedFieldProps {
  readonly name: string;
  /** Shown above it; else the name is for screen readers alone. */
  readonly label?: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onChange: (value: string) => void;
  readonly onFocus?: (event: FocusEvent<HTMLInputElement>) => void;
}

export function TypedField(props: TypedFieldProps): ReactNode {
  const { name, label, value, placeholder, maxLength, inputRef, onChange, onFocus } = props;
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const [isComposing, setComposing] = useState(false);
  // Another template, a button or the defaults set another value.
  if (value !== told) {
    setTold(value);
    setTyped(value);
  }
  useEffect(() => {
    if (isComposing || typed === value) return;
    const timer = setTimeout(() => onChange(typed), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, value, isComposing, onChange]);
  return (
    <TextField
      aria-label={name}
      value={typed}
      onChange={setTyped}
      maxLength={maxLength}
      className={fields["field"] ?? ""}
    >
      {label === undefined ? null : <Label className={fields["label"] ?? ""}>{label}</Label>}
      <Input
        ref={inputRef ?? null}
        className={fields["input"] ?? ""}
        placeholder={placeholder ?? ""}
        spellCheck="false"
        onFocus={(event) => onFocus?.(event)}
        onBlur={() => {
          if (typed !== value) onChange(typed);
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </TextField>
  );
}
