import { expect, test } from "vitest";
import { fromChromium, knowScheme, toChromium } from "./scheme.ts";

knowScheme("reader");

test("a registered scheme's URL comes back as it was", () => {
  for (const url of ["reader://app/index.html", "reader://app/media/0?a=1#b", "reader://app/页"]) {
    expect(fromChromium(toChromium(url))).toBe(url);
  }
  expect(toChromium("reader://app")).toBe("https://app.reader.localhost/");
  expect(fromChromium("blob:https://app.reader.localhost/1")).toBe("blob:reader://app/1");
});

test("other URLs stay what they are, those that look alike too", () => {
  for (const url of ["https://example.com/", "data:text/html,x", "https://app.other.localhost/"]) {
    expect(toChromium(url)).toBe(url);
    expect(fromChromium(url)).toBe(url);
  }
});
