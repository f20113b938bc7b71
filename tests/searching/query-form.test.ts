import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "../../preload/model/search-query.ts";
import { emptyForm, formOfQuery, isDate, queryOfForm } from "../../renderer/searching/query-form.ts";

describe("The advanced form", () => {
  it("writes what is filled in", () => {
    const form = {
      ...emptyForm,
      all: "乡村 “应检尽检 愿检尽检”",
      any: "学校 幼儿园",
      none: "接种",
      from: "2020",
      to: "2021-06",
      source: "宁郭日报",
    };
    expect(queryOfForm(form)).toBe(
      '乡村 "应检尽检 愿检尽检" 学校 OR 幼儿园 -接种 日期:2020..2021-06 来源:宁郭日报',
    );
  });

  it("reads its fields back from a query that a person typed", () => {
    expect(formOfQuery("防汛　抗旱 学校｜幼儿园 －演练 日期：2021 来源：“宁郭 日报”")).toEqual({
      all: "防汛 抗旱",
      any: "学校 幼儿园",
      none: "演练",
      from: "2021",
      to: "2021",
      source: "宁郭 日报",
      rest: "",
    });
  });

  it("keeps what it has no field for", () => {
    const typed = "防汛 标题:河道 甲 OR 乙 丙 OR 丁 -标题:戊 有:图 标签:要闻 -来源:通讯 版:3";
    const form = formOfQuery(typed);
    expect(form).toMatchObject({ all: "防汛", any: "甲 乙" });
    expect(form.rest).toBe("标题:河道 丙 OR 丁 -标题:戊 有:图 标签:要闻 版:3 -来源:通讯");
    expect(meaning(queryOfForm(form))).toEqual(meaning(typed));
  });

  it("takes operators typed into a field of words as words", () => {
    expect(queryOfForm({ ...emptyForm, all: "OR -除外 标题:河道 甲|乙" })).toBe(
      '"OR" "-除外" "标题:河道" "甲|乙"',
    );
    expect(queryOfForm({ ...emptyForm, all: "covid* “green ”*" })).toBe("covid* green*");
  });

  it("knows a date from what is none", () => {
    expect(["", "2021", "2021-06", "2021-06-05"].every(isDate)).toBe(true);
    expect(["21", "2021-13", "2021-6", "2021-06-32", "去年"].some(isDate)).toBe(false);
  });
});

/** What a query asks, whatever the order in which it says so. */
function meaning(text: string) {
  const { clauses, excluded, filters, excludedFilters } = parseQuery(text);
  const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();
  return {
    clauses: sorted(clauses),
    excluded: sorted(excluded),
    filters: sorted(filters),
    excludedFilters: sorted(excludedFilters),
  };
}

// A quotation mark that opens no phrase is no part of what the form keeps.
const word = fc.stringMatching(/^[\p{Script=Han}a-z0-9%.,。、:|*OR-]{1,8}$/u);
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const piece = fc.oneof(
  word,
  phrase.map((words) => `"${words}"`),
  fc.constantFrom("OR", "|", "-", "*"),
);
const date = fc.constantFrom("", "2019", "2020-02", "2021-06-30", "2021-12-31", "2021-01-01");
const typedQuery = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: piece },
      piece.map((text) => `-${text}`),
      fc
        .tuple(fc.constantFrom("标题", "来源", "标签", "版", "字号"), piece)
        .map(([field, text]) => `${field}:${text}`),
      fc.tuple(fc.constantFrom("有", "日期"), word).map(([field, text]) => `${field}:${text}`),
      fc.constantFrom("有:图", "日期:2020..2021", "-有:标注", "日期:..2020-02"),
    ),
    { maxLength: 7 },
  )
  .map((pieces) => pieces.join(" "));

describe("Form and query", () => {
  it("lead back to one another: whatever is typed means the same after the form", () => {
    fc.assert(
      fc.property(typedQuery, (typed) => {
        expect(meaning(queryOfForm(formOfQuery(typed)))).toEqual(meaning(typed));
      }),
      { numRuns: 3000 },
    );
  });

  it("lead back to one another: the form is as it was filled in", () => {
    const one = fc.stringMatching(/^[\p{Script=Han}a-z0-9]{1,6}( [\p{Script=Han}]{1,3})?$/u);
    const written = (words: readonly string[]) =>
      words.map((text) => (text.includes(" ") ? `"${text}"` : text)).join(" ");
    const field = fc.array(one, { maxLength: 3 }).map(written);
    // One word alone is no choice: it reads as one that must be there.
    const several = fc.oneof(fc.constant(""), fc.array(one, { minLength: 2, maxLength: 3 }).map(written));
    // The other way round they come back in order.
    const dates = fc.tuple(date, date).filter(([from, to]) => from === "" || to === "" || from <= to);
    fc.assert(
      fc.property(field, several, field, dates, (all, any, none, [from, to]) => {
        const form = { ...emptyForm, all, any, none, from: from.replace("2021-01-01", "2021"), to };
        const read = formOfQuery(queryOfForm(form));
        expect(read).toEqual({ ...form, to: to.replace("2021-12-31", "2021") });
      }),
      { numRuns: 1000 },
    );
  });
});
