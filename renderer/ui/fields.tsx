/** Form controls with their labels: text, choice from a list, choice among a few, on or off, a number by steps. */
import { Check, ChevronDown, Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import {
  TextField as AriaTextField,
  Button,
  ComboBox,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  NumberField,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Switch,
  Text,
} from "react-aria-components";
import styles from "./fields.module.css";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly note?: string | undefined;
  /** A sentence saying what is wrong with the value; none while it is sound. */
  readonly wrong?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly maxLength?: number | undefined;
  /** `password`: what is typed is not shown. */
  readonly type?: "text" | "password" | undefined;
}

export function TextField({ label, note, wrong, placeholder, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...definedOf(rest)} isInvalid={wrong !== undefined} className={styles["field"] ?? ""}>
      <Label className={styles["label"] ?? ""}>{label}</Label>
      <Input className={styles["input"] ?? ""} placeholder={placeholder ?? ""} spellCheck="false" />
      {note === undefined ? null : (
        <Text slot="description" className={styles["note"] ?? ""}>
          {note}
        </Text>
      )}
      <FieldError className={styles["wrong"] ?? ""}>{wrong}</FieldError>
    </AriaTextField>
  );
}

interface SuggestFieldProps extends Omit<TextFieldProps, "wrong" | "note"> {
  readonly suggestions: readonly string[];
}

/** A text field that offers what was used before and takes anything else as well. */
export function SuggestField({
  label,
  value,
  onChange,
  placeholder,
  suggestions,
  maxLength,
}: SuggestFieldProps) {
  return (
    <ComboBox
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      className={styles["field"] ?? ""}
      menuTrigger="input"
    >
      <Label className={styles["label"] ?? ""}>{label}</Label>
      <Group className={styles["combo"] ?? ""}>
        <Input
          className={styles["input"] ?? ""}
          placeholder={placeholder ?? ""}
          spellCheck="false"
          {...definedOf({ maxLength })}
        />
        {suggestions.length === 0 ? null : (
          <Button className={styles["combo-button"] ?? ""}>
            <ChevronDown size={16} aria-hidden />
          </Button>
        )}
      </Group>
      <Popover className={styles["popover"] ?? ""}>
        <ListBox className={styles["options"] ?? ""} items={suggestions.map((name) => ({ id: name, name }))}>
          {({ name }) => (
            <ListBoxItem id={name} textValue={name} className={styles["option"] ?? ""}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  /** Said beside the name, such as a count. */
  readonly note?: string | undefined;
}

interface ChooseProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  /** `bare`: the label is for screen readers alone, and the control is as quiet as its text. */
  readonly look?: "field" | "bare";
  /** Shown instead of the chosen name, such as the name of a filter that is not set. */
  readonly shown?: ReactNode;
}

export function ChooseField<Value extends string>(props: ChooseProps<Value>) {
  const { label, value, choices, onChange, look = "field", shown } = props;
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      className={look === "field" ? (styles["field"] ?? "") : (styles["bare-field"] ?? "")}
    >
      {look === "field" ? <Label className={styles["label"] ?? ""}>{label}</Label> : null}
      <Button className={look === "field" ? (styles["choose"] ?? "") : (styles["bare"] ?? "")}>
        <SelectValue className={styles["chosen"] ?? ""}>
          {({ defaultChildren }) => shown ?? defaultChildren}
        </SelectValue>
        <ChevronDown size={look === "field" ? 16 : 14} aria-hidden />
      </Button>
      <Popover className={styles["popover"] ?? ""}>
        <ListBox
          className={styles["options"] ?? ""}
          items={choices.map((choice) => ({ id: choice.value, ...choice }))}
        >
          {({ id, name, note }) => (
            <ListBoxItem id={id} textValue={name} className={styles["option"] ?? ""}>
              {({ isSelected }) => (
                <>
                  <Check size={14} aria-hidden className={isSelected ? styles["tick"] : styles["no-tick"]} />
                  <span className={styles["option-name"]}>{name}</span>
                  {note === undefined ? null : <span className={styles["option-note"]}>{note}</span>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** A choice among a few, all in sight. */
export function ChooseOne<Value extends string>({ label, value, choices, onChange }: ChooseProps<Value>) {
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((candidate) => candidate.value === chosen);
        if (choice !== undefined) onChange(choice.value);
      }}
      orientation="horizontal"
      className={styles["field"] ?? ""}
    >
      <Label className={styles["label"] ?? ""}>{label}</Label>
      <div className={styles["segments"]}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={styles["segment"] ?? ""}>
            {choice.name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

export function OnOff({
  label,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <Switch isSelected={isOn} onChange={onChange} className={styles["switch"] ?? ""}>
      <span>{label}</span>
      <span className={styles["track"]} aria-hidden>
        <span className={styles["knob"]} />
      </span>
    </Switch>
  );
}

interface StepsProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** How the number reads, such as `18像素`. */
  readonly unit: string;
  readonly fractionDigits?: number;
}

/** A number changed by steps. */
export function Steps({ label, value, onChange, least, most, step, unit, fractionDigits = 0 }: StepsProps) {
  return (
    <NumberField
      value={value}
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next);
      }}
      minValue={least}
      maxValue={most}
      step={step}
      formatOptions={{ minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits }}
      className={styles["field"] ?? ""}
    >
      <Label className={styles["label"] ?? ""}>{label}</Label>
      <div className={styles["steps-row"]}>
        <Group className={styles["steps"] ?? ""}>
          <Button slot="decrement" className={styles["step"] ?? ""}>
            <Minus size={14} aria-hidden />
          </Button>
          <Input className={styles["number"] ?? ""} />
          <Button slot="increment" className={styles["step"] ?? ""}>
            <Plus size={14} aria-hidden />
          </Button>
        </Group>
        <span className={styles["unit"]}>{unit}</span>
      </div>
    </NumberField>
  );
}

/** Leaves out what is undefined, for components whose optional properties may be absent but not undefined. */
function definedOf<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}
