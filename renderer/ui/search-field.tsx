/** A field that searches as you type, but never on half-typed pinyin. */
import { Search, X } from "lucide-react";
import { type Ref, useEffect, useState } from "react";
import { SearchField as AriaSearchField, Button, Input } from "react-aria-components";
import styles from "./search-field.module.css";

const REST_BEFORE_SEARCHING_MS = 150;

interface SearchFieldProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter was pressed: what is typed is meant, at once. */
  readonly onSubmit?: (value: string) => void;
  readonly maxLength: number;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({ name, value, onChange, onSubmit, maxLength, inputRef }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  const [lastValue, setLastValue] = useState(value);

  // The owner may set another value, such as none when the filters are cleared.
  if (value !== lastValue) {
    setLastValue(value);
    setTyped(value);
  }

  useEffect(() => {
    if (composing || typed === value) return;
    const timer = setTimeout(() => onChange(typed), REST_BEFORE_SEARCHING_MS);
    return () => clearTimeout(timer);
  }, [typed, composing, value, onChange]);

  return (
    <AriaSearchField
      aria-label={name}
      maxLength={maxLength}
      value={typed}
      onChange={setTyped}
      onSubmit={(meant) => {
        if (meant !== value) onChange(meant);
        onSubmit?.(meant);
      }}
      className={styles["field"] ?? ""}
    >
      <Search size={16} strokeWidth={1.75} aria-hidden className={styles["glass"]} />
      <Input
        ref={inputRef ?? null}
        className={styles["input"] ?? ""}
        placeholder={name}
        spellCheck="false"
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
      <Button className={styles["clear"] ?? ""}>
        <X size={14} aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
