/** Template and options of the print, remembered for each template. */
import { defaultPrintOptions, type PrintOptions, type PrintTemplate } from "../../preload/model/print.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";

export interface OptionsState {
  readonly template: PrintTemplate;
  readonly options: PrintOptions;
  readonly isDefault: boolean;
  readonly choose: (template: PrintTemplate) => void;
  readonly change: (change: Partial<PrintOptions>) => void;
  readonly reset: () => void;
}

export function useOptions(): OptionsState {
  const { printTemplate: template, printOptions } = useSettings();
  const changeSettings = useChangeSettings();
  const attempt = useAttempt();
  const options = printOptions[template];
  const keep = (kept: PrintOptions) =>
    void attempt(() => changeSettings({ printOptions: { ...printOptions, [template]: kept } }));
  return {
    template,
    options,
    isDefault: JSON.stringify(options) === JSON.stringify(inOrder(defaultPrintOptions[template], options)),
    choose: (chosen) => void attempt(() => changeSettings({ printTemplate: chosen })),
    change: (change) => keep({ ...options, ...change }),
    reset: () => keep(defaultPrintOptions[template]),
  };
}

/** The same values in the order of keys of another, so that the two can be compared as text. */
function inOrder(options: PrintOptions, like: PrintOptions): PrintOptions {
  return Object.fromEntries(
    Object.keys(like).map((key) => [key, options[key as keyof PrintOptions]]),
  ) as unknown as PrintOptions;
}
