/** The settings as the stylesheets know them: attributes and custom properties of the root element. */
import { useLayoutEffect } from "react";
import { say } from "../../preload/model/messages.ts";
import type { Settings } from "../../preload/model/settings.ts";

const fonts: Readonly<Record<Settings["typeface"], string>> = {
  "noto-serif": "var(--song-bundled)",
  song: "var(--song)",
  fangsong: "var(--fangsong)",
  kai: "var(--kai)",
  hei: "var(--hei)",
};

export function useAppearance(settings: Settings): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = settings.language;
    root.dataset["theme"] = settings.theme;
    root.dataset["indent"] = String(settings.indent);
    root.dataset["justify"] = String(settings.justify);
    for (const [name, value] of Object.entries(readingProperties(settings))) {
      root.style.setProperty(name, value);
    }
    document.title = say(settings.language, "app.name");
  }, [settings]);
}

/** The custom properties of the reading page. */
export function readingProperties(settings: Settings): Readonly<Record<`--reading-${string}`, string>> {
  return {
    "--reading-font": fonts[settings.typeface],
    "--reading-size": `${settings.textSize}px`,
    "--reading-line-height": String(settings.lineHeight),
    "--reading-width": `${settings.columnWidth}em`,
    "--reading-indent": settings.indent ? "2em" : "0",
    "--reading-align": settings.justify ? "justify" : "start",
  };
}
