import { expect, test } from "vitest";
import { mergeCorrections } from "../../main/library/correction-merge.ts";
import { type Block, plain } from "../../preload/model/article.ts";

const texts = (...lines: string[]) => ({
  lead: [],
  body: lines.map((line): Block => ({ type: "paragraph", content: plain(line) })),
});
const body = (...lines: string[]) => texts(...lines).body;

test("of paragraphs changed one after another, only those that both changed are asked about", () => {
  const before = texts("一", "二", "三", "四", "五");
  const mine = texts("一", "我二", "我三", "四", "同");
  const imported = texts("一", "二", "文三", "文四", "同");
  const merged = mergeCorrections(mine, before, imported);
  expect(merged.body).toEqual(body("一", "我二", "我三", "文四", "同"));
  expect(merged.conflicts).toEqual([{ part: "body", index: 2, mine: body("我三"), imported: body("文三") }]);
});

test("where paragraphs came or went on either side, all that differs is one question", () => {
  const merged = mergeCorrections(texts("一", "二三"), texts("一", "二", "三"), texts("一", "文二", "文三"));
  expect(merged.conflicts).toEqual([
    { part: "body", index: 1, mine: body("二三"), imported: body("文二", "文三") },
  ]);
  expect(merged.body).toEqual(body("一", "二三"));
});

test("what came in beside a paragraph that was changed is taken from the side that has it, and asked about beside one taken out", () => {
  const before = texts("一", "二");
  const merged = (mine: ReturnType<typeof texts>, imported: ReturnType<typeof texts>) =>
    mergeCorrections(mine, before, imported);
  expect(merged(texts("我一", "二"), texts("首", "一", "二"))).toMatchObject({
    ...{ body: body("首", "我一", "二"), conflicts: [] },
  });
  expect(merged(texts("二"), texts("首", "一", "二"))).toMatchObject({
    body: body("二"),
    conflicts: [{ mine: [], imported: body("首", "一") }],
  });
  expect(merged(texts("首", "一", "二"), texts("文一", "二"))).toMatchObject({
    ...{ body: body("首", "文一", "二"), conflicts: [] },
  });
});
