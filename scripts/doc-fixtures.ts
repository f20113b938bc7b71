/** The made Word 97–2003 documents of tests/fixtures/import/doc: each shows a few things that such documents do. */
import type { DocCell, DocStyle } from "../tests/importing/make-doc.ts";
import { DELETED, makeDoc, para, row, run, SPECIAL } from "../tests/importing/make-doc.ts";

const STYLES: readonly DocStyle[] = [
  { builtIn: 0, name: "Normal" },
  { builtIn: 1, name: "标题 1", base: 0, sprms: [[0x2640, 0]] },
  { builtIn: 2, name: "heading 2", base: 0 },
  { builtIn: 62, name: "Title", base: 0, sprms: [[0x2461, 1]] },
  { builtIn: 0xffe, name: "小节", base: 2, sprms: [[0x2640, 2]] },
  { builtIn: 0xffe, name: "着重", isCharacter: true, characters: [[0x0836, 1]] },
];

const numbered = (list: number, level = 0) =>
  [
    [0x260a, level],
    [0x460b, list, 0],
  ] as const;
const centred = [[0x2403, 1]] as const;
const large = [0x4a43, 44, 0] as const;

const headings = makeDoc({
  styles: STYLES,
  lists: [
    [
      { format: 39, text: "第%1章" },
      { format: 37, text: "（%2）" },
      { format: 28, text: "%3" },
    ],
    [{ format: 0, text: "%1." }],
    [{ format: 23, text: "\uf06e" }],
  ],
  body: [
    para("水利设施管护办法", [], { style: 3 }),
    para("总则", numbered(1), { style: 1 }),
    para("各村应当落实专人。", numbered(1, 1)),
    para("专人由村民推选。", numbered(1, 1)),
    para("名册报镇备案；", numbered(1, 2)),
    para("附则", numbered(1), { style: 1 }),
    para("从新数起。", numbered(1, 1)),
    para("渠道巡查", [], { style: 2 }),
    para("样式由用户所起，大纲级别写明是三级", [], { style: 4 }),
    para("没有样式，段落自己写明是四级", [[0x2640, 3]]),
    para("样式是标题，段落写明是正文。", [[0x2640, 9]], { style: 1 }),
    para("干渠", numbered(2)),
    para("支渠", numbered(2)),
    para("铁锹", numbered(3)),
    para("草袋", numbered(3)),
    para("没有编号了。", numbered(0)),
  ],
});

const cell = (text: string, right: number, flags = 0): DocCell => ({
  paragraphs: text.split("\n").map((line) => para(line)),
  right,
  flags,
});

const tables = makeDoc({
  body: [
    para([run("全县夏粮情况", large)], centred),
    para("表前。"),
    ...row([cell("项目", 2000), cell("指标", 6000)]),
    ...row([cell("粮食", 2000, 0x60), cell("小麦", 4000), cell("6.2万亩\n比上年多0.4万亩", 6010)]),
    ...row([cell("", 2000, 0x20), cell("玉米", 4000), cell("3.1万亩", 6000)]),
    para("表后。"),
    ...row([cell("只有一格", 3000)]),
  ],
});

const notes = makeDoc({
  header: [para("页眉不要")],
  comments: [para("批注不要")],
  footnotes: [para([run("\x02", SPECIAL), run(" 据农业农村局统计。")])],
  endnotes: [para([run("\x02", SPECIAL), run(" 见附表。")])],
  boxes: [
    { anchor: 0, paragraphs: [para("框内第一段"), para("框内第二段")] },
    { anchor: 30, paragraphs: [para("后一个框")] },
  ],
  body: [
    para([run("粮食播种面积6.2万亩"), run("\x02", SPECIAL), run("，比上年增加。"), run("\x05", SPECIAL)]),
    para([run("水库蓄水正常"), run("\x02", SPECIAL), run("。"), run("\b", SPECIAL)]),
  ],
});

const FIELD = (instruction: string, result: string) => [
  run(`\x13${instruction}\x14`, SPECIAL),
  run(result),
  run("\x15", SPECIAL),
];

const changes = makeDoc({
  styles: STYLES,
  fonts: ["宋体", "Symbol", "Wingdings"],
  // Saved quickly: what was written last lies first.
  pieces: [9, 30],
  body: [
    para([run("保留的字"), run("删去的字", DELETED), run("，又保留。")]),
    para("段落标记删去了", [], { markSprms: [DELETED] }),
    para("，与下段相连。"),
    para([run("隐藏的字", [0x083c, 1]), run("看得见的字。")]),
    para([
      ...FIELD(' HYPERLINK "http://example.cn/" ', "链接的字"),
      run("第"),
      ...FIELD(" PAGE ", "3"),
      run("页。"),
    ]),
    para([run("软连字\x1f符，不断连字\x1e符，分\v行，分\f页，(括号)。")]),
    para([
      run("温度20"),
      run("(", SPECIAL, [0x6a09, 1, 0, 0xb0, 0xf0]),
      run("C，"),
      run("(", SPECIAL, [0x6a09, 2, 0, 0xfe, 0xf0]),
      run("已核。"),
    ]),
    para([
      run("面积5m"),
      run("2", [0x2a48, 1]),
      run("，"),
      run("加粗", [0x0835, 1]),
      run("，"),
      run("着重", [0x4a30, 5, 0]),
    ]),
  ],
});

export const docFixtures: Readonly<Record<string, Uint8Array>> = { headings, tables, notes, changes };
