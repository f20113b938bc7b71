import { describe, expect, it } from "vitest";
import { gongwenLevel } from "../../preload/model/gongwen-headings.ts";
import { officialPlaces } from "../../preload/model/gongwen-places.ts";

describe("the level of a heading in an official document", () => {
  it("is told by its number, however deep it stands", () => {
    expect(["一、总体要求", "十二、附则", "第三章 罚则"].map((text) => gongwenLevel(text, 3))).toEqual([
      1, 1, 1,
    ]);
    expect(["（一）加强领导", "(二)落实责任", "第一节 范围"].map((text) => gongwenLevel(text, 1))).toEqual([
      2, 2, 2,
    ]);
    expect(["1.压实责任", "2. 细化措施", "3、检查", "12．通报"].map((text) => gongwenLevel(text, 1))).toEqual(
      [3, 3, 3, 3],
    );
    expect(["（1）细化", "(12)检查"].map((text) => gongwenLevel(text, 1))).toEqual([4, 4]);
  });

  it("is its depth where it bears no number, four at most", () => {
    expect([1, 2, 3, 4, 5, 6].map((depth) => gongwenLevel("工作要求", depth))).toEqual([1, 2, 3, 4, 4, 4]);
    expect(gongwenLevel("1.67亿元投资落地", 2)).toBe(2);
    expect(gongwenLevel("2026年计划", 1)).toBe(1);
    expect(gongwenLevel("一手抓防疫", 1)).toBe(1);
  });
});

describe("lines with a place of their own", () => {
  it("are the addressee at the top, signature and date at the end", () => {
    expect(
      officialPlaces([
        "各镇人民政府、各街道办事处：",
        "现通知如下：",
        "特此通知。",
        "示例区人民政府",
        "2026年3月2日",
      ]),
    ).toEqual(["addressee", null, null, "signature", "date"]);
    expect(officialPlaces(["请示如下。", "示例局", "二〇二六年三月二日"])).toEqual([
      null,
      "signature",
      "date",
    ]);
  });

  it("are the attachments named below the text, with those on lines of their own", () => {
    expect(
      officialPlaces([
        "各镇：",
        "特此通知。",
        "附件：1. 责任人名单",
        "2. 物资储备清单",
        "区办公室",
        "2026年3月2日",
      ]),
    ).toEqual(["addressee", null, "attachment", "next-attachment", "signature", "date"]);
    expect(officialPlaces(["正文。", "附件：防汛责任人名单", "另行通知"])).toEqual([
      null,
      "attachment",
      null,
    ]);
    expect(officialPlaces(["正文。", "附件：已随文印发，请各单位查收。", "1. 抓紧办理"])).toEqual([
      null,
      null,
      null,
    ]);
    expect(officialPlaces(["附件：名单", "1. 甲"])).toEqual([null, null]);
  });

  it("are not sentences, nor dates and names within the text", () => {
    expect(officialPlaces(["会议指出。要做到：", "他说：", "2026年3月2日，会议召开。", "末段"])).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(officialPlaces(["2026年3月2日", "正文"])).toEqual([null, null]);
    expect(officialPlaces(["正文。", "以上请审议。", "2026年3月2日"])).toEqual([null, null, "date"]);
    expect(officialPlaces([])).toEqual([]);
  });
});
