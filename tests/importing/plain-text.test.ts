import { describe, expect, it } from "vitest";
import { readPlainText } from "../../main/importing/plain-text.ts";
import { inlineText } from "../../preload/model/article-text.ts";

const body = "县里把这件事列入重点工作，定期调度进展情况，确保年底前全部完成任务，让更多群众受益。";

/** The one article: its title, and each block as `# heading` (one more # a level) or text. */
function read(text: string, name = "通知.txt"): { title: string; blocks: readonly string[] } {
  const { articles } = readPlainText(text, name);
  const [article] = articles;
  if (!article || articles.length > 1) throw new Error("a text is one article");
  return {
    title: article.title,
    blocks: article.body.map((block) => {
      if (block.type === "heading") return `${"#".repeat(block.level)} ${inlineText(block.content)}`;
      return block.type === "paragraph" ? inlineText(block.content) : block.type;
    }),
  };
}

describe("plain text", () => {
  it("takes its title from a first line that looks like one", () => {
    expect(read(`关于春灌的通知\n\n${body}`)).toEqual({ title: "关于春灌的通知", blocks: [body] });
  });

  it.each([
    ["a sentence", body],
    ["an address that ends in a colon", "各科室："],
    ["a numbered line", "一、总体要求"],
    ["a long line", "字".repeat(61)],
  ])("takes its title from the file's name where the first line is %s", (_what, first) => {
    expect(read(`${first}\n${body}`, "某某通知（定稿）.txt").title).toBe("某某通知（定稿）");
  });

  it("takes the last part of a path, and a name without extension as it is", () => {
    expect(read(body, "C:\\资料\\春灌.v2.txt").title).toBe("春灌.v2");
    expect(read(body, "/资料/春灌").title).toBe("春灌");
    expect(read(body, ".txt").title).toBe(".txt");
  });

  it("puts wrapped lines together, drops the indent, and begins a paragraph at the next", () => {
    const wrapped = `　　${body}${body}`.match(/.{1,20}/gu)?.join("\n");
    expect(read(`标题\n\n${wrapped}\n${wrapped}`).blocks).toEqual([body + body, body + body]);
  });

  it("puts lines together that a program cut by the number of characters, digits or not", () => {
    const text = "截至3月8日，全县已完成整地12.6万亩，占计划的78.5%，比去年同期快3.2个百分点，其余正在进行。";
    const wrapped = `${text}${text}${body}`.match(/.{1,24}/gu)?.join("\n");
    expect(read(`标题\n\n${wrapped}`).blocks).toEqual([text + text + body]);
  });

  it("puts the lines of one wrapped block together, and of a shorter one beside it, among lines of their own", () => {
    const wrapped = (count: number) =>
      body
        .repeat(count)
        .match(/.{1,36}/gu)
        ?.join("\n");
    expect(read(`标题\n\n甲：一\n乙：二\n\n${wrapped(3)}\n\n${wrapped(1)}\n\n丙\n丁`).blocks).toEqual([
      ...["甲：一", "乙：二", body.repeat(3), body, "丙", "丁"],
    ]);
  });

  it("puts as many lines together as a text may have, in time", () => {
    const wrapped = `${body.slice(0, -1)}\n`.repeat(50_000);
    expect(read(`标题\n\n${wrapped}好。`).blocks).toEqual([`${body.slice(0, -1).repeat(50_000)}好。`]);
  });

  it("puts wrapped words together with a space, also after a comma", () => {
    const lines = [
      "The county has finished the preparation of all of its fields in time,",
      "and the farmers have begun to sow their seeds in those villages which",
      "lie at the foot of the mountains.",
    ];
    expect(read(`Title\n\n${lines.join("\n")}`).blocks).toEqual([lines.join(" ")]);
  });

  it("keeps names of one length apart, and the lines of a poem", () => {
    const names = ["青石县农业技术推广服务中心综合管理科", "青石县水利工程建设管理中心质量安全科"];
    expect(read(`名单\n\n${[...names, ...names].join("\n")}`).blocks).toEqual([...names, ...names]);
    const lines = ["春江潮水连海平，海上明月共潮生。", "滟滟随波千万里，何处春江无月明！"];
    expect(read(`诗\n\n${[...lines, ...lines].join("\n")}`).blocks).toEqual([...lines, ...lines]);
  });

  it("takes short lines for lines of their own, and not for those of a narrow column", () => {
    const lines = ["示政发〔2021〕3号", "关于做好春耕工作的通知", "各乡镇人民政府：", "请抓紧抓实抓好。"];
    const end = ["示例县人民政府", "2021年3月1日", "抄送：县委办公室", "示例县人民政府办公室印发"];
    expect(read(["内部资料", ...lines, ...end].join("\n")).blocks).toEqual([...lines, ...end]);
  });

  it("puts no line of a form together with another, however wide the column", () => {
    const wrapped = `${body}${body}${body}`.match(/.{1,20}/gu)?.join("\n");
    const number = "示例县人民政府办公室示政办发〔2021〕16号";
    expect(read(`标题\n\n${wrapped}\n${number}\n${wrapped}`).blocks[1]).toBe(number);
  });

  it("keeps each line of a text that is not wrapped a paragraph", () => {
    expect(read(`标题\n${body}${body}\n${body}\n好。\n${body}`).blocks).toEqual([
      body + body,
      body,
      "好。",
      body,
    ]);
  });

  it("sees headings by their numbers, or alone between empty lines, and takes no sentence for one", () => {
    expect(
      read(
        `标题\n\n一、要求\n${body}\n（一）分工\n${body}\n\n进度安排\n\n${body}\n\n大家好。\n\n${body}\n\n1.第一项\n\n落款单位`,
      ).blocks,
    ).toEqual([
      "## 一、要求",
      body,
      "### （一）分工",
      body,
      "## 进度安排",
      body,
      "大家好。",
      body,
      "1.第一项",
      "落款单位",
    ]);
  });

  it("with indents has its wrapped lines put together, however many short lines of a letter stand around them", () => {
    const wrapped = (text: string) =>
      [...`　　${text}`].map((one, at) => (at > 0 && at % 30 === 0 ? `\n${one}` : one)).join("");
    const items = ["一、统筹推进", "二、压实责任", "三、强化督导"].map(
      (item) => `${item}。${"抓好落实，".repeat(8)}不得延误。`,
    );
    const letter = [
      "关于春耕工作的通知",
      "各乡镇：",
      ...items.map(wrapped),
      "示例县人民政府",
      "2021年3月1日",
    ];
    expect(read(letter.join("\n")).blocks).toEqual(["各乡镇：", ...items, "示例县人民政府", "2021年3月1日"]);
  });

  it("keeps words of any alphabet apart where their lines were wrapped, and figures from words", () => {
    const lines = [
      "il y avait un jeune garçon à qui la nature avait donné",
      "les mœurs les plus douces et que nul ne vit jamais en",
      "1738 ni dans les années qui suivirent, comme on l'a dit",
      "серебряные ложки и ещё вилки, которых никто не видел",
    ];
    const { blocks } = read(`Titre\n\n${Array(3).fill(lines.join("\n")).join("\n\n")}`);
    expect(blocks[0]).toBe(lines.join(" "));
  });

  it("does not read Markdown", () => {
    expect(read(`标题\n\n# 不是标题，${body}\n\n**不是粗体**，${body}`).blocks).toEqual([
      `# 不是标题，${body}`,
      `**不是粗体**，${body}`,
    ]);
  });

  it("of one line alone is an article named after its file", () => {
    expect(read("只有一行", "便条.txt")).toEqual({ title: "便条", blocks: ["只有一行"] });
  });

  it("takes a million characters and a line of ten megabytes", () => {
    expect(read(`标题\n${`${body}\n`.repeat(25_000)}`).blocks).toHaveLength(25_000);
    expect(read(`标题\n${"字".repeat(3_500_000)}`).blocks).toHaveLength(1);
    expect(read(`标题\n${"（".repeat(1_000_000)}${"。”".repeat(1_000_000)}`).blocks).toHaveLength(1);
  });
});
