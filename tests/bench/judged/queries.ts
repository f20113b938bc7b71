/**
 * What people look for among the judged articles, and how well each serves them: 3 what they meant, 2 tells much of
 * it, 1 mentions it; all others 0.
 */
export interface JudgedQuery {
  readonly query: string;
  readonly grades: Readonly<Record<string, number>>;
}

/** A line each: query => key:grade … */
const lines = `
2022年政府工作报告 => plan22:3
政府工作报告 => plan23:3 plan22:3 plan21:3
乡村振兴 => vital2:3 vital1:3 vital3:2 plan23:1 plan22:1 plan21:1
乡村振兴 日期:2021 => vital1:3 plan21:1
乡村振兴示范村 => vital1:3
1.67亿元 => water1:3 road1:3 plan23:2
投资1.67亿 => water1:3 road1:3 plan23:3
供水管网 => water1:3 plan23:2
防汛 => flood1:3 flood3:3 water2:3
防汛 通知 => flood3:3
群众转移 OR 转移群众 => flood1:3
2619万元 => flood2:3 tour1:3
疫情防控 => health1:3 health3:3 health2:3
疫情防控 通告 => health1:3
卫生健康委员会 => health4:3 health1:2
口罩 => mask1:3 health1:2
16000 => mask1:3
养老 => old2:3 old1:3 old3:3 plan22:1 plan21:1
养老床位 => old3:3 plan22:2 plan21:2
养老床位 补助 => old3:3
营商环境 => biz1:3 biz2:3 plan21:1
企业开办 => biz2:3 plan21:2
小麦 => grain1:3 grain2:3 grain3:3
小麦 亩产 => grain1:3
安全生产 => safe2:3 safe1:3
安全生产 -通知 => safe1:3
PM2.5 => env1:3
考核 村党支部书记 => party2:3
标题:农村公路 => road1:3
网格员 => vol1:3
`;

export const judgedQueries: readonly JudgedQuery[] = lines
  .trim()
  .split("\n")
  .map((line) => {
    const [query = "", grades = ""] = line.split(" => ");
    return {
      query,
      grades: Object.fromEntries(
        grades.split(" ").map((grade) => {
          const [key = "", value = ""] = grade.split(":");
          return [key, Number(value)];
        }),
      ),
    };
  });
