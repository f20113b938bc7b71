import { assert, constantFrom, property, string } from "fast-check";
import { expect, it } from "vitest";
import { emptyOfficialDocument } from "../../preload/model/article.ts";
import { officialNames, officialText, withOfficial } from "../../preload/model/correct-official.ts";

it("writes a field so that it reads as it was written, and leaves the others", () => {
  const stated = { ...emptyOfficialDocument, documentNumber: "国发〔2020〕5号", attachments: ["名单"] };
  const texts = officialNames.filter((name) => !name.endsWith("On") && name !== "attachments");
  assert(
    property(constantFrom(...texts), string(), (name, text) => {
      const written = withOfficial(stated, name, text);
      expect(officialText(written, name)).toBe(text);
      for (const other of officialNames.filter((each) => each !== name))
        expect(officialText(written, other)).toBe(officialText(stated, other));
    }),
  );
});

it("takes attachments a line each, and dates that are dates", () => {
  expect(withOfficial(null, "attachments", "名单\n计划表")?.attachments).toEqual(["名单", "计划表"]);
  expect(withOfficial(null, "signedOn", "2021-02-05")?.signedOn).toBe("2021-02-05");
  expect(() => withOfficial(null, "signedOn", "二月五日")).toThrow("cannot-correct");
});

it("is no official document any more once nothing is stated", () => {
  const stated = withOfficial(null, "signer", "王某");
  expect(withOfficial(stated, "signer", "")).toBe(null);
  expect(withOfficial(null, "urgency", "")).toBe(null);
});
