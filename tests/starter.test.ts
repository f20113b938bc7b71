import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Database } from "../main/database.ts";
import { openDatabase } from "../main/database.ts";
import { forkedReader } from "../main/importing/forked-reader.ts";
import { importStarter, importStarterOnFirstStart } from "../main/starter.ts";
import type { Language } from "../preload/model/messages.ts";
import { say } from "../preload/model/messages.ts";
import { shortcuts } from "../preload/model/shortcuts.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "resources/starter");

/** What the newspaper page states of the township, with what each figure counts. */
const townshipFigures = [
  "财政预算收入2619万元",
  "112.5%",
  "“6+1+N”",
  "588件",
  "200余起",
  "2020年3月",
  "5次",
  "18个行政村",
  "9个部门",
  "47岁降为40岁",
  "5个",
  "1.67亿元",
  "5000万元",
  "5.9公里路肩",
  "约4公顷",
  "1.8公里",
  "1.3公里",
  "小麦繁育约66公顷",
  "蔬菜200公顷",
  "花生约133公顷",
  "果树和苗圃约33公顷",
  "9000余人次",
  "900余车次",
  "S104",
  "16000余立方米",
  "100%",
  "5416户",
  "94.6%",
  "5位班子成员",
  "2200余人",
  "190余次",
  "160余次",
  "3600余人",
  "80余次",
  "6000余份",
  "4次",
  "110处",
  "87处",
  "4S店",
  "19家",
  "17家",
  "35万余元",
];

const healthFigures = [
  "2020年1月21日",
  "2月4日上午",
  "29部应急电话",
  "2020年春节前",
  "51.6万只",
  "5829套",
  "约10万公斤",
  "8万余瓶",
  "外来人员2829人",
  "密切接触者53名",
  "预检分诊看过1万多人次",
  "发热患者975人",
  "2020年2月3日",
  "6个医疗防控服务队",
  "800多人次",
  "开了1万多个",
  "组建了37个",
  "7.58万人",
  "35.8%",
  "都是100%",
  "接种率95%",
  "5家基层医疗机构",
  "15876名新生",
  "95.01%",
  "新建30家",
  "500万元",
  "250万元",
  "30余次",
  "2万余份",
  "抽出100家",
  "两项都是100%",
  "20件",
  "规上企业30家",
  "七项荣誉",
];

function source(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

describe("The sample articles", () => {
  it.each(townshipFigures)("state of the township: %s", (figure) => {
    expect(source("ningguo.md")).toContain(figure);
  });

  it.each(healthFigures)("state of the health commission: %s", (figure) => {
    expect(source("health.md")).toContain(figure);
  });

  it("say of themselves and of each picture that they are samples and illustrations", () => {
    for (const name of ["ningguo.md", "health.md"]) {
      const text = source(name);
      expect(text).toContain("本文为示例");
      const captions = [...text.matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)];
      expect(captions).toHaveLength(3);
      for (const [, caption, picture] of captions) {
        expect(caption).toMatch(/^示意图：.*按文中数据绘制/);
        expect(source(picture ?? "")).toContain(">示意图</text>");
      }
    }
  });

  it("have drawings of plain shapes and text, without style or script", () => {
    const drawings = ["ningguo.md", "health.md", "guide.md"].flatMap((name) =>
      [...source(name).matchAll(/\]\(([^)]*\.svg)\)/g)].map(([, picture]) => source(picture ?? "")),
    );
    expect(drawings).toHaveLength(7);
    for (const drawing of drawings)
      expect(drawing).not.toMatch(/<style|<script|<foreignObject|\bon[a-z]+=|href=|style=/);
  });

  it("draw bars as long as the figures they stand for", () => {
    expect(barWidths("ningguo-revenue.svg")).toEqual([400, 450]);
    expect(barWidths("ningguo-planting.svg")).toEqual([200, 133, 66, 33]);
    const squares = source("ningguo-hazards.svg");
    expect(squares.match(/width="22" height="22"/g)).toHaveLength(87);
    expect(squares.match(/width="20.5" height="20.5"/g)).toHaveLength(110 - 87);
    expect(barWidths("health-rates.svg").filter((width) => width !== 340)).toEqual(
      [35.8, 95, 95.01].map((rate) => Math.round(rate * 340) / 100),
    );
  });
});

/** Widths of the bars, from top to bottom: rectangles 40 to 52 high. */
function barWidths(name: string): number[] {
  return [...source(name).matchAll(/<rect [^>]*width="([\d.]+)" height="(?:40|42|52)"/g)].map(([, width]) =>
    Number(width),
  );
}

describe("The guide", () => {
  it("bears the title under which the application looks for it", () => {
    expect(source("guide.md")).toContain(`\ntitle: ${say("zh-CN", "command.show-guide")}\n`);
    expect(source("guide.en.md")).toContain(`\ntitle: ${say("en", "command.show-guide")}\n`);
  });

  it.each([
    ["guide.md", "zh-CN"],
    ["guide.en.md", "en"],
  ] as const)("lists every shortcut as the application has it: %s", (name, language) => {
    const rows = [...source(name).matchAll(/^\| ((?:Ctrl|Alt|F\d)[^|]*) \| ([^|]*) \|$/gm)].map(
      ([, keys = "", meaning = ""]) => [keys, meaning],
    );
    const arrows: Readonly<Record<string, string>> = { Up: "↑", Down: "↓", Left: "←", Right: "→" };
    expect(rows).toEqual(
      shortcuts.map(({ command, keys }) => [
        keys[0].replace(/\b(?:Up|Down|Left|Right)$/, (arrow) => arrows[arrow] ?? arrow),
        say(language, `command.${command}`).replace("…", ""),
      ]),
    );
  });
});

describe("The starter library", () => {
  const opened: { directory: string; database: Database }[] = [];

  afterEach(async () => {
    for (const { directory, database } of opened.splice(0)) {
      await database.close();
      rmSync(directory, { recursive: true });
    }
  });

  async function newLibrary(): Promise<Database> {
    const directory = mkdtempSync(join(tmpdir(), "antou-starter-"));
    const database = await openDatabase({ directory, thread: join(root, "main/database-thread.ts") });
    opened.push({ directory, database });
    return database;
  }

  function request(database: Database, language: Language = "zh-CN", signal = new AbortController().signal) {
    return {
      database,
      startReader: forkedReader(join(root, "main/importing/reader-process.ts")),
      resourcesDirectory: join(root, "resources"),
      language,
      job: randomUUID(),
      signal,
      now: "2026-11-23T10:00:00.000Z",
    };
  }

  async function rows(database: Database) {
    const all = {
      shelf: { kind: "all" },
      publication: null,
      issued: null,
      phrase: "",
      sort: "date",
    } as const;
    return (await database.call("listArticles", { ...all, offset: 0, limit: 100 })).rows;
  }

  it("comes in whole, without a warning, every article marked as a sample and with its pictures", async () => {
    const database = await newLibrary();
    const report = await importStarterOnFirstStart(request(database));
    expect(report).toMatchObject({ updated: [], unchanged: [], failed: [], warnings: [] });
    expect((await rows(database)).map(({ title, sample, images }) => ({ title, sample, images }))).toEqual([
      { title: "阅读指南", sample: true, images: 1 },
      { title: "Reading guide", sample: true, images: 1 },
      { title: "四个方向齐用力 一镇发展稳步行", sample: true, images: 3 },
      { title: "一手防疫情 一手办实事", sample: true, images: 3 },
    ]);
  });

  it("lists the English guide first where the interface speaks English", async () => {
    const database = await newLibrary();
    await importStarter(request(database, "en"));
    expect((await rows(database)).map(({ title }) => title).slice(0, 2)).toEqual([
      "Reading guide",
      "阅读指南",
    ]);
  });

  it("gives an article its kicker, byline, lead, headings and drawings", async () => {
    const database = await newLibrary();
    const report = await importStarter(request(database));
    const { article } = await database.call("readArticle", { id: report.imported.at(-1)?.id ?? 0 });
    expect(article).toMatchObject({
      kicker: "示范区卫健委",
      byline: "示例 编写",
      publication: "案头示例",
      sample: true,
    });
    expect(article.lead).toHaveLength(1);
    expect(article.body.filter(({ type }) => type === "heading")).toHaveLength(3);
    const [figure] = article.body.filter((block) => block.type === "figure");
    const picture = await database.call("picture", { hash: figure?.image ?? "" });
    expect(picture?.mediaType).toBe("image/svg+xml");
  });

  it("goes in one call, and does not come again at the next start", async () => {
    const database = await newLibrary();
    await importStarterOnFirstStart(request(database));
    await database.call("removeSamples", null);
    expect(await rows(database)).toEqual([]);
    expect((await database.call("overview", null)).trashed).toBe(0);
    expect(await importStarterOnFirstStart(request(database))).toBeNull();
    expect(await rows(database)).toEqual([]);
  });

  it("stays out of a library that was filled without a window", async () => {
    const database = await newLibrary();
    await database.call("beginImport", { job: randomUUID(), now: "2026-11-23T09:00:00.000Z" });
    expect(await importStarterOnFirstStart(request(database))).toBeNull();
    expect(await rows(database)).toEqual([]);
  });

  it("is completed at the next start where the first one was cut short", async () => {
    const database = await newLibrary();
    await importStarterOnFirstStart(request(database, "zh-CN", AbortSignal.abort()));
    expect(await rows(database)).toEqual([]);
    await importStarterOnFirstStart(request(database));
    expect(await rows(database)).toHaveLength(4);
  });
});
