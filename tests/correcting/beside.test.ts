import { describe, expect, it } from "vitest";
import { besideOf, compact } from "../../renderer/correcting/beside.ts";

const lines = [
  "春耕现场会",
  "",
  "    全县春耕生产现场会在城关镇召开，部署今年的粮食",
  "生产工作。会议要求抢抓农时，不误农事。",
  "一、物资储备",
  "农业农村局介绍了去年秋粮收购和化肥储备的情况。",
  "会议要求抢抓农时，不误农事。",
].map(compact);

describe("The paragraph of the other side", () => {
  it("is found though its lines were joined and its characters corrected", () => {
    const joined = "全县春耕生产现场会在城关镇召开，部署今年的粮食生产工作。会议要求抢抓农时，不误农事。";
    expect(besideOf(joined, lines, 0)).toBe(2);
    expect(besideOf("农业农村局说明了前年秋粮收购和化肥储备的情况。", lines, 1)).toBe(5);
  });

  it("is found where its beginning is new", () => {
    expect(besideOf("（新加的开头）部署今年的粮食", lines, 0)).toBe(2);
  });

  it("is the nearest of several that say the same", () => {
    expect(besideOf("会议要求抢抓农时，不误农事。", lines, 0.4)).toBe(3);
    expect(besideOf("会议要求抢抓农时，不误农事。", lines, 1)).toBe(6);
  });

  it("is found for a line too short for anything but itself", () => {
    expect(besideOf("按语", ["按语", "按语之外的话"], 1)).toBe(0);
  });

  it("is none where nothing alike stands, or nothing at all is said", () => {
    expect(besideOf("另有一篇完全不相干的文字", lines, 0.5)).toBeNull();
    expect(besideOf("", lines, 0.5)).toBeNull();
    expect(besideOf("春耕现场会", [], 0.5)).toBeNull();
  });
});
