import { describe, expect, it } from "vitest";
import { hitsOfTerms, placesOf } from "../../preload/model/search-hits.ts";
import { parseQuery, termsOf } from "../../preload/model/search-query.ts";

function found(text: string, query: string): readonly string[] {
  return placesOf(hitsOfTerms(text, termsOf(parseQuery(query)), undefined)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("A match", () => {
  it.each([
    ["全区疫情防控，疫情可防", "疫情", ["疫情", "疫情"]],
    ["拟投资1.67亿元", "投资1.67亿", ["投资1.67亿"]],
    ["增长35.8%、35.85%", "35.8", ["35.8"]],
    ["增长３５．８％", "35.8%", ["３５．８％"]],
    ["清运16,000余方，又１６，０００方", "16000", ["16,000", "１６，０００"]],
    ["清运16000余方", "16,000", ["16000"]],
    ["共2619万元，12619万元", "2619万元", ["2619万元"]],
    ["S104线，S1045线，s104", "S104", ["S104", "s104"]],
    ["COVID-19 covert", "cov*", ["COVID", "covert"]],
    ["衛生，健康", "卫生，健康", ["衛生，健康"]],
    ["卫生、健康；卫生健康", "卫生健康", ["卫生健康"]],
    ["卫生、健康；卫生健康", "“卫生，健康”", ["卫生、健康"]],
    ["裏裡里 臺灣", "台湾", ["臺灣"]],
    ["执著于着手", "着", ["着"]],
    ["卫\u00ad生健康", "卫生", ["卫\u00ad生"]],
    ["𠮷野家与吉野家", "𠮷野", ["𠮷野"]],
    ["的的的", "的的", ["的的"]],
    ["加强疫情防控。\n“二期”", "防控。", ["防控。"]],
    ["加强疫情防控。\n“二期”工程", "“二期”工程", ["“二期”工程"]],
    ["防控。\n疫情", "防控。疫情", []],
    ["香港衞生署", "卫生署", ["衞生署"]],
  ])("in %s of %s is %s", (text, query, places) => {
    expect(found(text, query)).toEqual(places);
  });

  it("of a term of the title stands in the title", () => {
    const terms = termsOf(parseQuery("标题:防控"));
    expect(hitsOfTerms("防控要闻\n防控", terms, { start: 0, end: 4 })).toEqual([[{ start: 0, end: 2 }]]);
    expect(hitsOfTerms("防控", terms, undefined)).toEqual([[]]);
  });
});
