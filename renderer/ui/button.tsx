/** Buttons: a verb in words, or an icon that still carries its name and shortcut. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton,
} from "react-aria-components";
import styles from "./button.module.css";
import { Hint } from "./hint.tsx";

interface ButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  readonly children: ReactNode;
  /** `main` is the one vermilion action of a screen; `danger` destroys; `quiet` has no border. */
  readonly look?: "plain" | "main" | "quiet" | undefined;
  readonly icon?: LucideIcon | undefined;
}

export function Button({ children, look = "plain", icon: Icon, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`${styles["button"]} ${styles[look]}`}>
      {Icon === undefined ? null : <Icon size={16} strokeWidth={1.75} aria-hidden />}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  readonly icon: LucideIcon;
  readonly name: string;
  /** An accelerator, shown in the hint. */
  readonly keys?: string | undefined;
  /** Shows the name beside the icon. */
  readonly labelled?: boolean | undefined;
}

export function IconButton({ icon: Icon, name, keys, labelled = false, ...rest }: IconButtonProps) {
  return (
    <Hint text={name} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={name}
        className={`${styles["icon"]} ${labelled ? styles["labelled"] : ""}`}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        {labelled ? <span>{name}</span> : null}
      </AriaButton>
    </Hint>
  );
}

interface IconToggleProps extends Omit<IconButtonProps, "onPress"> {
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}

export function IconToggle(props: IconToggleProps) {
  const { icon: Icon, name, keys, labelled = false, isOn, isDisabled = false, onChange } = props;
  return (
    <Hint text={name} keys={keys}>
      <ToggleButton
        aria-label={name}
        isSelected={isOn}
        isDisabled={isDisabled}
        onChange={onChange}
        className={`${styles["icon"]} ${labelled ? styles["labelled"] : ""}`}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        {labelled ? <span>{name}</span> : null}
      </ToggleButton>
    </Hint>
  );
}
