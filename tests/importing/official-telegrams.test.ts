/** Telegrams (明传电报), which have their grade and number on one line below who sends them. */
import { expect, it, test } from "vitest";
import { telegramItems } from "../../main/importing/official/telegrams.ts";
import { recognised, recognisedText } from "./recognise-lines.ts";

const running =
  "各乡镇要立即组织力量对水库、山塘和低洼地带逐一排查，落实二十四小时值班，险情随时报告，确保群众安全。";
const below = ["关于做好防汛工作的紧急通知", "各乡镇人民政府：", running, "示例县人民政府", "2023年7月1日"];

const asText = (lines: readonly string[]) => recognisedText(lines, running);

it.each<readonly [string, readonly string[]]>([
  [
    "in a form",
    ["发电单位　示例县人民政府　　签批盖章　张三", "等级　特提·明电　示政电〔2023〕5号　示机发　　号"],
  ],
  [
    "with colons",
    ["发电单位：示例县人民政府 签批盖章：张三", "等级：特提·明电 示政电〔2023〕5号 示机发12号"],
  ],
  ["with all of it on one line", ["示例县人民政府发电　等级：特提·明电　示政电〔2023〕5号"]],
  ["below its name", ["示例县人民政府明传电报", "特提·明电　　示政电〔2023〕5号"]],
  ["with its name alone", ["明传电报", "发电 等级：特提·明电 示政电〔2023〕5号"]],
])("is read %s", async (_what, head) => {
  const lines = [...head, ...below];
  for (const article of [recognised(lines), recognised(lines.slice(1), lines[0]), await asText(lines)]) {
    expect(article.title).toBe(below[0]);
    expect(article.official).toMatchObject({
      ...{ urgency: "特提", documentNumber: "示政电〔2023〕5号", issuingBody: "示例县人民政府" },
      ...{ addressees: "各乡镇人民政府", signature: "示例县人民政府", signedOn: "2023-07-01" },
    });
  }
});

test.each(["示例水电站发电", "新华社北京3月1日电", "全县发电量增长", "光伏发电单位：千瓦时", "特急"])(
  "%s is no telegram's head",
  (line) => expect(telegramItems(line)).toBeNull(),
);
