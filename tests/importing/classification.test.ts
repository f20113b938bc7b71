import { describe, expect, it } from "vitest";
import { classificationOf } from "../../main/importing/official/mark-line.ts";
import { recogniseOfficialDocument } from "../../main/importing/official/official-document.ts";
import { withOfficialDocuments } from "../../main/importing/official/official-documents.ts";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";
import { emptyArticle, plain } from "../../preload/model/article.ts";
import { failureOf } from "../library/temporary-library.ts";

const running = "各单位要高度重视，明确专人负责，抓紧抓实抓好各项工作，确保按时保质保量完成任务。";

const story = "那天夜里，雨一直没有停，他在窗前站了很久，终于把那封信撕成了两半。";

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
    ["★机密", "机密★"],
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
    // What slipped in before it, or stands for the star.
    ["Ⅰ机密★1年", "机密★1年"],
    ["I机密★1年", "机密★1年"],
    ["（000012）机密★1年", "机密★1年"],
    ["—机密★1年—", "机密★1年"],
    ["机密﹡1年", "机密★1年"],
    ["机密●1年", "机密★1年"],
    ["绝密⭐️30年", "绝密★30年"],
    ["机密-1年", "机密1年"],
    ["秘密．10年", "秘密10年"],
    ["秘密★壹年", "秘密★壹年"],
    ["机密★__年", "机密★__年"],
    ["秘 密 ★ 10年", "秘密★10年"],
    ["機密★3年", "機密★3年"],
    ["保密期限：1年　秘密", "秘密"],
    ["密级：秘密　保密期限：1年", "秘密1年"],
    ["密级（保密期限）：秘密★1年", "秘密★1年"],
    ["密级：秘密　紧急程度：特急", "秘密"],
    ["定密：秘密★3年", "秘密★3年"],
    ["机密　阅后退回", "机密"],
    ["绝密★启用并使用完毕前", "绝密★启用并使用完毕前"],
    ["机密★启用前【考试时间：2021年6月7日】", "机密★启用前"],
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
    "“机密★1年”",
    "绝密！",
    "机密…",
    `${"1".repeat(70)}机密`,
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

  it.each<[string, readonly string[]]>([
    ["a bare mark over a body's number", ["秘密", "示办发〔2021〕3号", "关于某项工作的通知", running]],
    ["a bare mark over the title of a report", ["秘密", "全县经济运行情况汇报", running]],
    ["a bare mark below the title of a report", ["示例县工作报告", "机密", running]],
    ["a bare mark over papers of a kind", ["机密", "会议记录", "时间：3月1日", running]],
    ["a bare mark over a text that is signed", ["机密", running, "示例县委办公室", "2021年3月1日"]],
    ["a mark in pieces", ["机密", "★", "3年", "会议材料", running]],
    ["a mark set downwards", ["机", "密", "★", "1", "年", "会议材料", running]],
    ["a mark beside who signs", ["签发人：张三　　机密★1年", "示例县委文件", running]],
    ["a mark beside what pupils fill in", ["秘密★启用前　姓名：____　班级：____", running]],
    ["a mark beside the name of an examination", ["2021年全国统一考试　绝密★启用前", running]],
    ["a mark below words that explain it by their subject", ["关于规范密级标志的通知", "机密★1年", running]],
  ])("at %s, whether or not the reader took the first line for a title", (_what, lines) => {
    expect(stops(articleOf("文件", ...lines))).toBe(true);
    expect(stops(articleOf(lines[0] ?? "", ...lines.slice(1)))).toBe(true);
  });

  it("at 机密 straight above the text where that is no title by its looks, and not where it is one", () => {
    expect(stops(articleOf("文件", "机密", running))).toBe(true);
    expect(stops(articleOf("机密", running))).toBe(false);
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

  it.each<[string, readonly string[]]>([
    ["a story in chapters", ["绝密", "第一章　雨夜", story]],
    ["a story and who wrote it", ["绝密", "李明", story]],
    ["an essay on a film", ["机密", "——一部谍战片的诞生", story]],
    ["a film and who made it", ["机密", "导演：李明", "主演：王丽", story]],
    ["a book from abroad", ["绝密", "[美]约翰·史密斯　著", story]],
    ["a story by its kind", ["机密（小说）", "李明", story]],
    ["words on how marks are set", ["怎样标注密级", "密级：秘密", "表示文件的密级为秘密。", running]],
    ["words on their form", ["密级标志的写法", "密级：机密", "保密期限：10年", running]],
    ["words on their place", ["公文格式", "秘密★1年", "用3号黑体字顶格标注在版心左上角。", running]],
    ["words on each of them", ["国家秘密", "绝密级", "最重要的。", "机密级", "重要的。", running]],
    ["an example", ["保密知识", "示例：", "机密★1年", running]],
    ["an example in brackets", ["公文知识", "（例）", "机密★1年", running]],
  ])("but not at %s", (_what, lines) => {
    expect(stops(articleOf("文件", ...lines))).toBe(false);
    expect(stops(articleOf(lines[0] ?? "", ...lines.slice(1)))).toBe(false);
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
