import { describe, expect, it } from "vitest";
import type { Query } from "../../preload/model/search-query.ts";
import { parseQuery } from "../../preload/model/search-query.ts";

/** Clauses joined by spaces, their terms by |, what is excluded behind -. */
function terms({ clauses, excluded }: Query): string {
  const shown = clauses.map((any) =>
    any
      .map(({ text, prefix, column }) => `${column === "title" ? "T:" : ""}${text}${prefix ? "*" : ""}`)
      .join("|"),
  );
  return [...shown, ...excluded.map(({ text }) => `-${text}`)].join(" + ");
}

function hints(query: string): readonly string[] {
  return parseQuery(query).hints.map(({ kind, piece }) => `${kind} ${piece}`);
}

describe("A query", () => {
  it.each([
    ["乡村 振兴", "乡村 + 振兴"],
    ["乡村　振兴", "乡村 + 振兴"],
    ['"乡村 振兴" 产业', "乡村 振兴 + 产业"],
    ["“乡村振兴” ＂产业＂", "乡村振兴 + 产业"],
    ["a OR b c", "a|b + c"],
    ["a b OR c | d", "a + b|c|d"],
    ["a|b｜c", "a|b|c"],
    ["疫情 -防控 －演练", "疫情 + -防控 + -演练"],
    ['-"双 循环"', "-双 循环"],
    ["cov* 乡村*", "cov* + 乡村"],
    ['"new york"*', "new york*"],
    ["标题:振兴 title：乡村", "T:振兴 + T:乡村"],
    ["国发〔2020〕5号", "国发〔2020〕5号"],
    ["推动“双循环”发展", "推动“双循环”发展"],
    ["“双循环”新格局", "“双循环”新格局"],
    ["or OR Or", "or|Or"],
    ["AT&T", "AT&T"],
    ["PM2.5-10", "PM2.5-10"],
    ["第一行\n第二行", "第一行 + 第二行"],
    ["标题： 疫情 疫情", "T:疫情 + 疫情"],
    ["(一)加强领导 （二）", "(一)加强领导 + （二）"],
    ["国发（2020）5号 (a b", "国发（2020）5号 + (a + b"],
    ['"(a b) c" AND', "(a b) c + AND"],
  ])("%s is understood as %s", (query, understood) => {
    expect(terms(parseQuery(query))).toBe(understood);
    expect(hints(query)).toEqual([]);
  });

  it.each([
    ["OR", "", ["operator OR"]],
    ["| 乡村 OR", "乡村", ["operator |", "operator OR"]],
    ["乡村 OR -振兴", "乡村 + -振兴", ["operator OR"]],
    ['"乡村 振兴', "乡村 + 振兴", ['quote "']],
    ["，。", "", ["punctuation ，。"]],
    ["- *", "", ["punctuation -", "punctuation *"]],
    ["日期:去年", "日期:去年", ["date 日期:去年"]],
    ["日期:2021-13", "日期:2021-13", ["date 日期:2021-13"]],
    ["有:鱼", "有:鱼", ["value 有:鱼"]],
    ["乡村 来源:", "乡村 + 来源:", ["value 来源:"]],
    ["乡村 标题:", "乡村", ["value 标题:"]],
    ["(学校 OR 幼儿园) 食堂", "学校|幼儿园 + 食堂", ["brackets (学校 OR 幼儿园)"]],
    ["（学校|幼儿园）", "学校|幼儿园", ["brackets （学校|幼儿园）"]],
    ['标题:("春季 开学" OR 复课)', "T:春季 开学|复课", ['brackets ("春季 开学" OR 复课)']],
    ["((a b) c)", "a + b + c", ["brackets ((a b) c)", "brackets (a b)"]],
    ["( a b )", "a + b", ["brackets ( a b )"]],
    ["学校 AND 食堂", "学校 + AND + 食堂", ["and AND"]],
    ["学校 NOT 食堂", "学校 + NOT + 食堂", ["not NOT"]],
  ])("%s is read as plain words where it is wrong, and says so", (query, understood, said) => {
    expect(terms(parseQuery(query))).toBe(understood);
    expect(hints(query)).toEqual(said);
  });

  it.each([
    ["日期:2021", "2021-01-01", "2021-12-31"],
    ["日期：2020..2021-06", "2020-01-01", "2021-06-31"],
    ["date:..2021-2-5", null, "2021-02-05"],
    ["日期:2021年2月5日…", "2021-02-05", null],
    ["日期:2020至2021", "2020-01-01", "2021-12-31"],
    ["日期:２０２１／３", "2021-03-01", "2021-03-31"],
    ["日期： 2021", "2021-01-01", "2021-12-31"],
    ["日期:2021..2020-06", "2020-06-01", "2021-12-31"],
    ["日期:2021-06..2021", "2021-06-01", "2021-12-31"],
  ])("%s asks for the days from %s to %s", (query, from, to) => {
    expect(parseQuery(query).filters).toEqual([{ field: "date", from, to }]);
  });

  it("narrows by fields, by several values of one, and by what is not wanted", () => {
    const query = parseQuery(
      '来源:县报 OR source:"晚 报" -来源:日报 标签:要闻 版:A03 字号:国发 有:图 has:bookmark',
    );
    expect(query.filters).toEqual([
      { field: "publication", value: "县报" },
      { field: "publication", value: "晚 报" },
      { field: "tag", value: "要闻" },
      { field: "page", value: "A03" },
      { field: "number", value: "国发" },
      { field: "has", value: "picture" },
      { field: "has", value: "bookmark" },
    ]);
    expect(query.excludedFilters).toEqual([{ field: "publication", value: "日报" }]);
    expect(query.hints).toEqual([]);
  });

  it("takes the first filters of too many and says from where the others are left out", () => {
    const query = parseQuery(Array.from({ length: 70 }, (_, index) => `标签:t${index}`).join(" "));
    expect(query.filters).toHaveLength(64);
    expect(query.hints).toEqual([{ kind: "too-many-terms", piece: "t64" }]);
  });

  it("takes the first terms of too many and says from where the others are left out", () => {
    const words = Array.from({ length: 70 }, (_, index) => `w${index}`);
    const query = parseQuery(words.join(" "));
    expect(query.clauses).toHaveLength(64);
    expect(query.hints).toEqual([{ kind: "too-many-terms", piece: "w64" }]);
  });
});
