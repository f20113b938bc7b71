import { describe, expect, it } from "vitest";
import { entry, found, indexOf, titled, titlesFound } from "./library-of-titles.ts";

describe("Quick find", () => {
  it("puts the whole title first, then its beginning, then its middle, then pinyin", () => {
    const articles = titled("香厂在先", "全面乡村振兴", "xczx", "乡村振兴规划", "乡村振兴");
    expect(titlesFound(indexOf({ articles }), "乡村振兴")).toEqual([
      "乡村振兴",
      "乡村振兴规划",
      "全面乡村振兴",
    ]);
    expect(titlesFound(indexOf({ articles }), "xczx")).toEqual([
      "xczx",
      "乡村振兴",
      "香厂在先",
      "乡村振兴规划",
      "全面乡村振兴",
    ]);
  });

  it("puts the newest first among equals, and what has no date last", () => {
    const articles = [
      entry("1", "春耕一", { issuedOn: "2020-01-01" }),
      entry("2", "春耕二"),
      entry("3", "春耕三", { issuedOn: "2021-02-05" }),
    ];
    expect(titlesFound(indexOf({ articles }), "cg")).toEqual(["春耕三", "春耕一", "春耕二"]);
  });

  it("sees quotation marks and brackets before a title as no part of its beginning", () => {
    const articles = titled("“乡村著名行动”开展", "说说乡村著名");
    expect(titlesFound(indexOf({ articles }), "乡村")).toEqual(["“乡村著名行动”开展", "说说乡村著名"]);
  });

  it("finds by initials, whole pinyin, and both mixed with characters", () => {
    const index = indexOf({ articles: titled("全面推进乡村振兴", "2021年政府工作报告") });
    for (const text of [
      "xczx",
      "xiangcun",
      "xczhx",
      "xiangczx",
      "xcunzhenx",
      "乡村zx",
      "乡cun振x",
      "XCZX",
      "ｘｃｚｘ",
    ]) {
      expect(titlesFound(index, text), text).toEqual(["全面推进乡村振兴"]);
    }
    for (const text of ["2021 zfgz", "zfgz 2021", "2021nzf", "2021年zhengfu"]) {
      expect(titlesFound(index, text), text).toEqual(["2021年政府工作报告"]);
    }
  });

  it("finds every reading of a character, the commonest first", () => {
    const index = indexOf({ articles: titled("重庆夜色", "银行业", "行走乡间", "女性就业") });
    for (const text of ["cq", "zq", "chongqing", "zhongqing"])
      expect(titlesFound(index, text)).toContain("重庆夜色");
    expect(titlesFound(index, "yinhang")).toEqual(["银行业"]);
    expect(titlesFound(index, "xingzou")).toEqual(["行走乡间"]);
    expect(titlesFound(index, "nvxing")).toEqual(["女性就业"]);
    expect(titlesFound(index, "nuxing")).toEqual(["女性就业"]);
    // 重 is mostly read zhong; yet a title that begins with it comes before those that hold other characters of that sound.
    const readings = indexOf({ articles: titled("又到初秋", "初秋", "重庆") });
    expect(titlesFound(readings, "cq")).toEqual(["初秋", "重庆", "又到初秋"]);
  });

  it("passes punctuation over when it looks by sound", () => {
    const index = indexOf({ articles: titled("五项清单：管到底") });
    expect(found(index, "qdgd").map(({ ranges }) => ranges)).toEqual([[[2, 7]]]);
  });

  it("tells where in the title each word was found", () => {
    const index = indexOf({ articles: titled("乡村振兴战略规划") });
    expect(found(index, "规划 xc")[0]?.ranges).toEqual([
      [0, 2],
      [6, 8],
    ]);
    expect(found(index, "村振 乡村")[0]?.ranges).toEqual([[0, 3]]);
  });

  it("takes traditional characters for simplified ones", () => {
    const index = indexOf({ articles: titled("鄉村振興") });
    expect(titlesFound(index, "乡村")).toEqual(["鄉村振興"]);
    expect(titlesFound(index, "xczx")).toEqual(["鄉村振興"]);
  });

  it("finds characters of two units by themselves and beside others", () => {
    const index = indexOf({ articles: titled("𠮷野家与𬭚于") });
    expect(titlesFound(index, "𠮷野")).toEqual(["𠮷野家与𬭚于"]);
    expect(titlesFound(index, "yejiayu")).toEqual(["𠮷野家与𬭚于"]);
    expect(titlesFound(index, "yuchunyu")).toEqual(["𠮷野家与𬭚于"]);
  });

  it("finds by kicker, newspaper and date, after what has it in the title", () => {
    const articles = [
      entry("1", "春耕早安排", { beside: "农事", publication: "宁郭日报", issuedOn: "2021-02-05" }),
      entry("2", "农事问答", { issuedOn: "2020-01-01" }),
    ];
    const index = indexOf({ articles });
    expect(titlesFound(index, "农事")).toEqual(["农事问答", "春耕早安排"]);
    expect(titlesFound(index, "ngrb cg")).toEqual(["春耕早安排"]);
    expect(titlesFound(index, "2021-02 chungeng")).toEqual(["春耕早安排"]);
    expect(titlesFound(index, "2021-02 wenda")).toEqual([]);
  });

  it("finds a command by its name in either language, and before articles it is as good as", () => {
    const index = indexOf({
      articles: [entry("1", "设置公益岗位", { issuedOn: "2021-02-05" }), entry("2", "水质")],
      commands: [entry("show-settings", "设置", { beside: "Settings" })],
    });
    expect(titlesFound(index, "设")).toEqual(["设置", "设置公益岗位"]);
    expect(titlesFound(index, "sz")).toEqual(["设置", "水质", "设置公益岗位"]);
    expect(titlesFound(index, "settings")).toEqual(["设置"]);
    expect(titlesFound(index, "setings")).toEqual(["设置"]);
  });

  it("never lets commands bury the articles", () => {
    const commands = Array.from({ length: 30 }, (_, number) => entry(String(number), `设置${number}`));
    const rows = found(indexOf({ commands, articles: titled("设置公益岗位") }), "sz");
    expect(rows.findIndex(({ source }) => source === "articles")).toBe(5);
  });

  it("forgives a wrong character: one that sounds the same, then any other", () => {
    const index = indexOf({ articles: titled("全面推进乡村振兴", "疫情防控措施") });
    expect(found(index, "乡村镇兴").map(({ title, ranges }) => [title, ranges])).toEqual([
      ["全面推进乡村振兴", [[4, 8]]],
    ]);
    expect(titlesFound(index, "疫情防拱措施")).toEqual(["疫情防控措施"]);
    expect(titlesFound(index, "疫情坊控")).toEqual(["疫情防控措施"]);
  });

  it("forgives a wrong letter in a Latin word, but never leaves one out", () => {
    const index = indexOf({ articles: titled("ChatGPT进机关", "Reading guide") });
    expect(titlesFound(index, "chatgtp")).toEqual(["ChatGPT进机关"]);
    expect(titlesFound(index, "raeding")).toEqual(["Reading guide"]);
    expect(titlesFound(index, "reading gulde")).toEqual(["Reading guide"]);
    expect(titlesFound(index, "reading nothing")).toEqual([]);
  });

  it("puts what is nearly the same after what is the same, each once", () => {
    const index = indexOf({ articles: titled("乡村真心", "乡村振兴") });
    expect(titlesFound(index, "乡村振兴")).toEqual(["乡村振兴", "乡村真心"]);
  });

  it("finds nothing for nothing, and stands hostile words", () => {
    const index = indexOf({
      articles: titled("恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩恩", "("),
    });
    expect(titlesFound(index, "")).toEqual([]);
    expect(titlesFound(index, " 　")).toEqual([]);
    expect(titlesFound(index, `${"en".repeat(29)}q`)).toEqual([]);
    expect(titlesFound(index, "(")).toEqual(["("]);
    expect(titlesFound(index, "x ".repeat(5000))).toEqual([]);
    expect(titlesFound(index, "一".repeat(10_000))).toEqual([]);
  });
});

describe("What quick find looks through", () => {
  it("follows changes of a part: what is new is found, what is gone is not", () => {
    const index = indexOf({ articles: titled("春耕备耕", "河道治理") });
    index.replace("articles", "articles", titled("河道治理", "秋收冬藏"));
    index.prepare(() => false);
    expect(titlesFound(index, "chun")).toEqual([]);
    expect(titlesFound(index, "hdzl")).toEqual(["河道治理"]);
    expect(titlesFound(index, "秋收东藏")).toEqual(["秋收冬藏"]);
    expect(titlesFound(index, "春耕备更")).toEqual([]);
    expect(index.readiness()).toEqual({ ready: 2, known: 2 });
  });

  it("leaves other parts alone, and prepares again only what has changed", () => {
    const index = indexOf({ articles: titled("春耕备耕", "河道治理") });
    index.replace("more", "articles", titled("秋收冬藏"));
    expect(index.readiness()).toEqual({ ready: 2, known: 3 });
    index.replace("articles", "articles", [entry("春耕备耕", "春耕备耕"), entry("河道治理", "河道整治")]);
    expect(index.readiness()).toEqual({ ready: 1, known: 3 });
    expect(titlesFound(index, "hdzz")).toEqual(["河道整治"]);
    index.replace("more", "articles", []);
    expect(titlesFound(index, "qsdc")).toEqual([]);
  });

  it("is found by letter and by sound as soon as it is there, and prepared in slices", () => {
    const index = indexOf({});
    index.replace("articles", "articles", titled("春耕备耕", "河道治理", "秋收冬藏"));
    expect(titlesFound(index, "hdzl")).toEqual(["河道治理"]);
    expect(index.prepare(() => true)).toBe(false);
    expect(index.readiness()).toEqual({ ready: 1, known: 3 });
    expect(index.prepare(() => true)).toBe(false);
    expect(index.prepare(() => true)).toBe(true);
  });
});
