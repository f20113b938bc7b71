import { describe, expect, it } from "vitest";
import { emptyOfficialDocument } from "../../preload/model/article.ts";
import type { CitedArticle } from "../../preload/model/citation.ts";
import { citation, unknownParts, withCitation } from "../../preload/model/citation.ts";

const article: CitedArticle = {
  title: "早动手 早安排",
  byline: "本报记者 张三 通讯员 李四 王五",
  publication: "示例日报",
  issuedOn: "2021-02-05",
  page: "3",
  official: null,
};
const document: CitedArticle = {
  ...{ title: "关于印发《防汛预案》的通知", byline: "", publication: "", issuedOn: "2020-03-01", page: "" },
  official: { ...emptyOfficialDocument, documentNumber: "国发〔2020〕5号", issuingBody: "国务院" },
};

describe("Office style", () => {
  it.each<[Partial<CitedArticle>, string]>([
    [{}, "《示例日报》2021年2月5日第3版《早动手 早安排》"],
    [{ page: "A03" }, "《示例日报》2021年2月5日第A03版《早动手 早安排》"],
    [{ page: "" }, "《示例日报》2021年2月5日《早动手 早安排》"],
    [{ issuedOn: null }, "《示例日报》第3版《早动手 早安排》"],
    [{ publication: "" }, "2021年2月5日第3版《早动手 早安排》"],
    [{ title: "" }, "《示例日报》2021年2月5日第3版"],
    [{ publication: "《示例日报》" }, "《示例日报》2021年2月5日第3版《早动手 早安排》"],
    [{ title: "学习《条例》" }, "《示例日报》2021年2月5日第3版《学习〈条例〉》"],
    [{ publication: "", issuedOn: null, page: "", title: "" }, ""],
  ])("leaves out what is not known: %j", (known, expected) => {
    expect(citation({ ...article, ...known }, "office")).toBe(expected);
  });
});

describe("Document number style", () => {
  it("names the document by its number, and an article that has none by where it appeared", () => {
    expect(citation(document, "document-number")).toBe("《关于印发〈防汛预案〉的通知》（国发〔2020〕5号）");
    expect(citation(article, "document-number")).toBe(citation(article, "office"));
  });
});

describe("GB/T 7714—2015", () => {
  it.each<[Partial<CitedArticle>, string]>([
    [{}, "张三, 李四, 王五. 早动手 早安排[N]. 示例日报, 2021-02-05(3)."],
    [
      { byline: "本报记者 张三 李四 王五 赵六" },
      "张三, 李四, 王五, 等. 早动手 早安排[N]. 示例日报, 2021-02-05(3).",
    ],
    [{ byline: "" }, "早动手 早安排[N]. 示例日报, 2021-02-05(3)."],
    [{ byline: "据新华社2月4日电" }, "据新华社2月4日电. 早动手 早安排[N]. 示例日报, 2021-02-05(3)."],
    [{ byline: "张三", issuedOn: null, page: "" }, "张三. 早动手 早安排[N]. 示例日报."],
    [{ byline: "", publication: "", issuedOn: null, page: "" }, "早动手 早安排[Z]."],
    [{ byline: "", publication: "", issuedOn: null, page: "", title: "" }, ""],
  ])("of an article: %j", (known, expected) => {
    expect(citation({ ...article, ...known }, "gb-t-7714")).toBe(expected);
  });

  it("of an official document", () => {
    expect(citation(document, "gb-t-7714")).toBe(
      "国务院. 关于印发《防汛预案》的通知: 国发〔2020〕5号[Z]. 2020-03-01.",
    );
  });
});

describe("What is missing", () => {
  it("is told, so that it can be added", () => {
    expect(unknownParts(article)).toEqual([]);
    expect(unknownParts({ ...article, publication: " ", issuedOn: null })).toEqual([
      "publication",
      "issuedOn",
    ]);
    expect(unknownParts(document)).toEqual([]);
  });
});

describe("A copied passage", () => {
  it("has its citation behind it, if there is any", () => {
    expect(withCitation("甲。", "《乙》")).toBe("甲。（《乙》）");
    expect(withCitation("甲。", "")).toBe("甲。");
  });
});
