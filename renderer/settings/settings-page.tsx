/** The settings, with a paragraph set as they say. */
import { useRef } from "react";
import { defaultSettings, type Settings, type SettingsChange } from "../../preload/model/settings.ts";
import { Button } from "../ui/button.tsx";
import { ChooseField, ChooseOne, OnOff, Steps } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";
import { About } from "./about.tsx";
import { BookmarkSettings } from "./bookmark-settings.tsx";
import { PageSample } from "./page-sample.tsx";
import { Samples } from "./samples.tsx";
import styles from "./settings-page.module.css";
import { ShortNamesSettings } from "./short-names.tsx";

const themes = ["day", "green", "night"] as const satisfies readonly Settings["theme"][];
const typefaces = [
  "noto-serif",
  "song",
  "fangsong",
  "kai",
  "hei",
] as const satisfies readonly Settings["typeface"][];

const defaultPage: SettingsChange = {
  typeface: defaultSettings.typeface,
  textSize: defaultSettings.textSize,
  lineHeight: defaultSettings.lineHeight,
  columnWidth: defaultSettings.columnWidth,
  indent: defaultSettings.indent,
  justify: defaultSettings.justify,
  fullWidthPunctuation: defaultSettings.fullWidthPunctuation,
};

export function SettingsPage() {
  const say = useSay();
  const settings = useSettings();
  const attempt = useAttempt();
  const changeSettings = useChangeSettings();
  const change = (wanted: SettingsChange) => void attempt(() => changeSettings(wanted));
  return (
    <main className={styles["page"]}>
      <header className={styles["head"]}>
        <h1 className={styles["title"]}>{say("settings.title")}</h1>
      </header>
      <div className={styles["parts"]}>
        <div className={styles["controls"]}>
          <ReadingSettings settings={settings} change={change} />
          <BookmarkSettings settings={settings} change={change} />
          <WindowSettings settings={settings} change={change} />
          <ImportSettings settings={settings} change={change} />
          <ShortNamesSettings />
          <Samples />
          <About />
        </div>
        <PageSample />
      </div>
    </main>
  );
}

interface PartProps {
  readonly settings: Settings;
  readonly change: (change: SettingsChange) => void;
}

function ReadingSettings({ settings, change }: PartProps) {
  const say = useSay();
  const forced = useRef(window.matchMedia("(forced-colors: active)")).current.matches;
  return (
    <section className={styles["part"]}>
      <h2 className={styles["name"]}>{say("settings.reading")}</h2>
      <ChooseOne
        label={say("settings.theme")}
        value={settings.theme}
        choices={themes.map((value) => ({ value, name: say(`settings.theme.${value}`) }))}
        onChange={(theme) => change({ theme })}
      />
      {forced ? <p className={styles["note"]}>{say("settings.theme-forced")}</p> : null}
      <ChooseField
        label={say("settings.typeface")}
        value={settings.typeface}
        choices={typefaces.map((value) => ({ value, name: say(`settings.typeface.${value}`) }))}
        onChange={(typeface) => change({ typeface })}
      />
      <p className={styles["note"]}>{say("settings.typeface-note")}</p>
      <div className={styles["steps"]}>
        <Steps
          label={say("settings.size")}
          value={settings.textSize}
          least={14}
          most={36}
          step={1}
          unit={say("settings.size-unit")}
          onChange={(textSize) => change({ textSize })}
        />
        <Steps
          label={say("settings.line-height")}
          value={settings.lineHeight}
          least={1.4}
          most={2.4}
          step={0.05}
          fractionDigits={2}
          unit={say("settings.line-height-unit")}
          onChange={(lineHeight) => change({ lineHeight })}
        />
        <Steps
          label={say("settings.width")}
          value={settings.columnWidth}
          least={24}
          most={56}
          step={1}
          unit={say("settings.width-unit")}
          onChange={(columnWidth) => change({ columnWidth })}
        />
      </div>
      <div>
        <OnOff
          label={say("settings.indent")}
          isOn={settings.indent}
          onChange={(indent) => change({ indent })}
        />
        <OnOff
          label={say("settings.justify")}
          isOn={settings.justify}
          onChange={(justify) => change({ justify })}
        />
        <OnOff
          label={say("settings.full-width")}
          isOn={settings.fullWidthPunctuation}
          onChange={(fullWidthPunctuation) => change({ fullWidthPunctuation })}
        />
      </div>
      <div>
        <Button onPress={() => change(defaultPage)}>{say("settings.defaults")}</Button>
      </div>
    </section>
  );
}

function ImportSettings({ settings, change }: PartProps) {
  const say = useSay();
  return (
    <section className={styles["part"]}>
      <h2 className={styles["name"]}>{say("settings.importing")}</h2>
      <OnOff
        label={say("settings.allow-classified")}
        isOn={settings.allowClassified}
        onChange={(allowClassified) => change({ allowClassified })}
      />
      <p className={styles["note"]}>{say("settings.allow-classified-note")}</p>
    </section>
  );
}

function WindowSettings({ settings, change }: PartProps) {
  const say = useSay();
  return (
    <section className={styles["part"]}>
      <h2 className={styles["name"]}>{say("settings.window")}</h2>
      <ChooseOne
        label={say("settings.language")}
        value={settings.language}
        choices={[
          { value: "zh-CN", name: "中文" },
          { value: "en", name: "English" },
        ]}
        onChange={(language) => change({ language })}
      />
      <OnOff
        label={say("settings.keep-on-top")}
        isOn={settings.keepOnTop}
        onChange={(keepOnTop) => change({ keepOnTop })}
      />
    </section>
  );
}
