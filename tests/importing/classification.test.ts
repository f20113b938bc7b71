import { describe, expect, it } from "vitest";
import { classificationOf } from "../../main/importing/official/classification.ts";
import { recogniseOfficialDocument } from "../../main/importing/official/official-document.ts";
import { withOfficialDocuments } from "../../main/importing/official/official-documents.ts";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { failureOf } from "../library/temporary-library.ts";

const running = "各单位要高度重视，明确专人负责，抓紧抓实抓好各项工作，确保按时保质保量完成任务。";

function articleOf(title: string, ...lines: readonly string[]): ImportedArticle {
  const body: readonly Block[] = lines.map((line) => ({ type: "paragraph", content: plain(line) }));
  return { ...emptyArticle(), title, body };
}

const readingOf = (...articles: readonly ImportedArticle[]) => ({
  articles: articles.map((article, index) => ({ part: String(index), article })),
  pictures: [],
  warnings: [],
  collection: null,
  tags: [],
});

function stops(...articles: readonly ImportedArticle[]): boolean {
  try {
    withOfficialDocuments(readingOf(...articles), "文件.txt", false);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ failure: { code: "classified" } });
    return true;
  }
}

describe("A mark of classification", () => {
  it.each([
    ["机密★1年", "机密★1年"],
    ["秘密★", "秘密★"],
    ["绝密", "绝密"],
    ["机　密", "机密"],
    ["绝 密 ★ 30 年", "绝密★30年"],
    ["秘密☆长期", "秘密★长期"],
    ["秘密*10年", "秘密★10年"],
    ["密级：秘密", "秘密"],
    ["【机密★5年】", "机密★5年"],
    ["000123 机密★1年 特急", "机密★1年"],
    ["絕密★二十年".replace("二十", "20"), "絕密★20年"],
    ["绝密★启用前", "绝密★启用前"],
    ["绝密★启用前　　试卷类型：A", "绝密★启用前"],
    ["机密★本科目考试结束前（甲卷）", "机密★本科目考试结束前"],
    ["秘密★五年", "秘密★五年"],
    ["机密★ 保密期限：10年", "机密★10年"],
    ["秘密（10年）", "秘密10年"],
    ["★机密", "机密"],
    ["秘密◆5年", "秘密★5年"],
    ["密级:机密级", "机密"],
    ["密级及保密期限：秘密★3年", "秘密★3年"],
    ["特急　机密★1年", "机密★1年"],
    ["№000123　秘密", "秘密"],
    ["编号：0012 机密", "机密"],
    ["〔秘密〕", "秘密"],
    // Letters have the number on the same line.
    ["机密★1年　　　　　示办函〔2022〕2号", "机密★1年"],
    ["秘密　　特急　　　示教函〔2022〕12号", "秘密"],
  ])("is read from %s", (line, mark) => {
    expect(classificationOf(line)).toMatchObject({ kind: "secret", mark });
  });

  it.each([
    "秘密花园",
    "关于做好机密文件管理工作的通知",
    "机密级计算机管理办法",
    "保守国家秘密法",
    "不涉密",
    "解密",
    "非密",
    "密级：公开",
    "密级：无",
    "商业秘密",
    "国家秘密",
    "机密★文件管理的若干问题",
    "机密★1年的标注方法",
    "密级：（绝密、机密、秘密）",
    "《绝密》",
    "绝密档案",
    "秘密：一个家庭的故事",
    "1".repeat(80),
    "机密级文件管理办法示保发〔2022〕2号",
  ])("is no %s", (line) => {
    expect(classificationOf(line)).toBeNull();
  });

  it.each([
    ["内部资料", "内部资料"],
    ["内部资料　注意保存", "内部资料"],
    ["【内部资料，请勿外传】", "内部资料"],
    ["内部文件 不得外传", "内部文件"],
    ["（内部参考）", "内部参考"],
    ["工作秘密★1年", "工作秘密★1年"],
  ])("for internal use is read from %s", (line, mark) => {
    expect(classificationOf(line)).toMatchObject({ kind: "internal", mark });
  });

  it.each(["内部资料管理办法", "内部资料性出版物", "这是内部资料。"])("for internal use is no %s", (line) => {
    expect(classificationOf(line)).toBeNull();
  });
});

describe("A document's import stops", () => {
  it.each<[string, ImportedArticle]>([
    ["at a mark with a term", articleOf("文件", "机密★1年", "关于工作的通知", running)],
    ["at a mark that a reader took for the title", articleOf("秘密★5年", "关于工作的通知", running)],
    ["at 绝密 alone on the first line", articleOf("文件", "绝密", "关于工作的报告", running)],
    ["at 机密 below the copy's number", articleOf("文件", "000012", "机　密", "关于工作的报告", running)],
    [
      "at 秘密 alone on the head of an official document",
      articleOf(
        "文件",
        "秘密",
        "示例县人民政府文件",
        "示政发〔2021〕3号",
        "关于工作的通知",
        "各乡镇：",
        running,
      ),
    ],
    [
      "at a mark below the mark of the body",
      articleOf(
        "文件",
        "示例县人民政府文件",
        "示政发〔2021〕3号",
        "秘密★1年",
        "关于工作的通知",
        "各乡镇：",
        running,
      ),
    ],
    [
      "at a mark in a table of the head",
      {
        ...emptyArticle(),
        body: [
          {
            type: "table",
            rows: [
              ["000001", "机密★3年"].map((text) => ({
                ...{ header: false, columns: 1, rows: 1 },
                blocks: [{ type: "paragraph", content: plain(text) }] as const,
              })),
            ],
          },
        ],
      },
    ],
    ["at 秘密 below the copy's number", articleOf("文件", "000012", "秘　密", "关于工作的报告", running)],
    [
      "at 秘密 below the word that announces it",
      articleOf("文件", "密级", "秘密", "关于工作的报告", running),
    ],
    ["at 绝密级 on the first line", articleOf("文件", "绝密级", "关于工作的报告", running)],
    [
      "at a mark beside the name of the body",
      articleOf("文件", "示例县人民政府文件 机密 ★ 1年", "关于工作的报告", running),
    ],
    ["at a mark after a line break", articleOf("文件", "000001\n机密★3年", "关于工作的通知", running)],
  ])("%s", (_where, article) => {
    expect(stops(article)).toBe(true);
  });

  it("wherever in its file the document stands", () => {
    expect(stops(articleOf("甲", running), articleOf("乙", "机密★1年", "关于工作的通知", running))).toBe(
      true,
    );
  });

  it.each<[string, ImportedArticle]>([
    ["秘密 in a title", articleOf("保守国家秘密是公民的义务", running)],
    ["a story called 秘密", articleOf("秘密", running)],
    ["a chapter called 秘密", articleOf("第一章", "秘密", running)],
    ["the words in running text", articleOf("保密工作", running, "机密★1年", running)],
    ["a mark below the first text", articleOf("保密知识", `${running}${running}`, "绝密★30年", running)],
    ["a story called 绝密一天 far down", articleOf("目录", "甲", "乙", "丙", "绝密一天", running)],
    ["an example of a mark", articleOf("保密知识", "标注的例子： 机密★1年", running)],
    [
      "a list of papers with their classes",
      articleOf("登记表", "序号", "名称", "密级", "1", "某事", "秘密", running),
    ],
    ["a document about marks", articleOf("关于规范机密★1年等标注方法的通知", running)],
  ])("but not at %s", (_what, article) => {
    expect(stops(article)).toBe(false);
  });

  it("but not at a file's own name, which is no part of the document", () => {
    const { secret } = recogniseOfficialDocument(articleOf("绝密", running), "绝密");
    expect(secret).toBeNull();
  });

  it("but not at a later chapter called 绝密", () => {
    expect(stops(articleOf("第一章", running), articleOf("绝密", running))).toBe(false);
  });

  it("unless it is allowed, and then says its mark in its fields", () => {
    const article = articleOf("文件", "机密★1年", "示政发〔2021〕3号", "关于工作的通知", "各乡镇：", running);
    const { articles } = withOfficialDocuments(readingOf(article), "文件.txt", true);
    expect(articles[0]?.article.official?.classification).toBe("机密★1年");
    expect(failureOf(() => withOfficialDocuments(readingOf(article), "文件.txt", false))?.code).toBe(
      "classified",
    );
  });
});

describe("Internal papers", () => {
  it("are told by their first lines, official documents or not", () => {
    const { article } = recogniseOfficialDocument(
      articleOf("文件", "内部资料　注意保存", "工作简报", "第5期", running),
      "文件",
    );
    expect(article.official).toMatchObject({ classification: "内部资料", documentNumber: "" });
    expect(article.body).toHaveLength(4);
  });

  it("are told by a page header, too, where they are official documents", () => {
    const { article } = recogniseOfficialDocument(
      articleOf("示政发〔2021〕3号", "关于春耕工作的通知", "各乡镇：", running),
      "文件",
      ["内部文件"],
    );
    expect(article.official).toMatchObject({
      classification: "内部文件",
      documentNumber: "示政发〔2021〕3号",
    });
  });
});
