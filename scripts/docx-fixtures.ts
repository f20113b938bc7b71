/** The made Word documents of tests/fixtures/import/docx: each shows a few things that documents do. */
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { strFromU8, unzipSync } from "fflate";
import { drawing, makeDocx, p, packed, r, STRICT } from "../tests/importing/make-docx.ts";
import { png } from "../tests/importing/sample-pictures.ts";

const style = (id: string, name: string, more = "", type = "paragraph") =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

const STYLES = [
  style("a", "Normal"),
  style("1", "heading 1"),
  style("2", "标题 2"),
  style("3", "我的三级", '<w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
  style("T", "Title"),
  style("C", "caption"),
  style("TOC1", "toc 1"),
  style("TH", "TOC Heading"),
  style("E", "Emphasis", "<w:rPr><w:i/></w:rPr>", "character"),
].join("");

const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;

const headings = makeDocx({
  styles: STYLES,
  title: "去年的年度总结",
  body: `${p("年度工作总结", styled("T"))}
<w:sdt><w:sdtContent>${p("目录", styled("TH"))}${p("一、总体情况1", styled("TOC1"))}${p("（一）指标完成1", styled("TOC1"))}</w:sdtContent></w:sdt>
${p("一、总体情况", styled("1"))}${p("全年完成投资1.67亿元。")}${p("（一）指标完成", styled("2"))}${p("1．粮食", styled("3"))}
${p("2．水利", '<w:outlineLvl w:val="3"/>')}${p("正文里的一段，样式是标题而大纲级别写明是正文。", `${styled("1")}<w:outlineLvl w:val="9"/>`)}
${p("", styled("1"))}${p("二、明年打算", styled("1"))}${p("继续。")}`,
});

const level = (index: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const num = (id: number, base: number, more = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${base}"/>${more}</w:num>`;
const item = (id: number, at: number) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`;

const numbering = makeDocx({
  styles: STYLES,
  numbering: `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "%2)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, "bullet", "·")}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">${level(0, "chineseCountingThousand", "第%1章")}${level(1, "chineseCounting", "（%2）")}${level(2, "decimalEnclosedCircle", "%3")}</w:abstractNum>
${num(1, 0)}${num(2, 1)}${num(3, 2)}${num(4, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')}`,
  body: `${p("管护办法", styled("T"))}${p("总则", styled("1") + item(3, 0))}${p("各村应当落实专人。", item(3, 1))}${p("专人由村民推选。", item(3, 1))}
${p("名册报镇备案；", item(3, 2))}${p("更换时重报。", item(3, 2))}${p("附则", styled("1") + item(3, 0))}${p("从新数起。", item(3, 1))}
${p("渠道", item(1, 0))}${p("干渠", item(1, 1))}${p("支渠", item(1, 1))}${p("闸门", item(1, 0))}
${p("铁锹", item(2, 0))}${p("草袋", item(2, 0))}${p("从五开始", item(4, 0))}${p("六", item(4, 0))}${p("没有编号了", item(0, 0))}`,
});

const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (cells: string, properties = "") => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const table = (rows: string) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>`;

const tables = makeDocx({
  body: `${p("表前。")}${table(
    row(cell(p("项目")) + cell(p("指标"), '<w:gridSpan w:val="2"/>'), "<w:tblHeader/>") +
      row(
        cell(p("粮食"), '<w:vMerge w:val="restart"/>') +
          cell(p("小麦")) +
          cell(p("6.2万亩") + p("比上年多0.4万亩")),
      ) +
      row(cell(p(""), "<w:vMerge/>") + cell(p("玉米")) + cell(p("3.1万亩"))) +
      row(cell(p("作废")) + cell(p("作废")) + cell(p("作废")), "<w:del w:id='1' w:author='x'/>") +
      row(cell(table(row(cell(p("内一")) + cell(p("内二")))) + p(""), '<w:gridSpan w:val="3"/>')),
  )}${p("表后。")}`,
});

const notes = makeDocx({
  styles: STYLES,
  links: { L: "https://example.cn/law", F: "file:///c:/secret.txt" },
  footnotes: `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${r("见《县志》第三卷。")}</w:p>${p("又见《年鉴》。")}</w:footnote>`,
  endnotes: `<w:endnote w:id="1">${p("截至2020年底。")}</w:endnote>`,
  body: `<w:p>${r("水渠")}<w:r><w:footnoteReference w:id="2"/></w:r>${r("长")}<w:smartTag>${r("42.6")}</w:smartTag>${r("公里，面积12km")}${r("2", '<w:vertAlign w:val="superscript"/>')}${r("，CO")}${r("2", '<w:vertAlign w:val="subscript"/>')}${r("减少")}<w:r><w:endnoteReference w:id="1"/></w:r>${r("。")}</w:p>
<w:p>${r("甲")}<w:r><w:tab/></w:r>${r("乙")}<w:r><w:br/></w:r>${r("丙")}<w:r><w:noBreakHyphen/></w:r>${r("丁")}<w:r><w:br w:type="page"/></w:r>${r("戊")}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${r("已核")}<w:r><w:softHyphen/></w:r></w:p>
<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yáo</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>垚</w:t></w:r></w:rubyBase></w:ruby></w:r>${r("上新村", '<w:b/><w:u w:val="single"/>')}${r("样式", '<w:rStyle w:val="E"/>')}${r("删", "<w:strike/>")}${r("隐藏", "<w:vanish/>")}${r("非粗", '<w:b w:val="0"/>')}<w:hyperlink r:id="L">${r("条例")}</w:hyperlink><w:hyperlink r:id="F">${r("密件")}</w:hyperlink></w:p>
<w:p><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>${r("为均值")}</w:p>`,
});

const changes = makeDocx({
  comments: `<w:comment w:id="0">${p("这里请核实")}</w:comment>`,
  body: `<w:p>${r("投资")}<w:del w:id="1"><w:r><w:delText>一</w:delText></w:r></w:del><w:ins w:id="2">${r("两")}</w:ins>${r("亿元，")}<w:commentRangeStart w:id="0"/>${r("完工")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r("。")}</w:p>
<w:p><w:moveFrom w:id="3">${r("移走的话。")}</w:moveFrom>${r("留下的话。")}</w:p><w:p><w:moveTo w:id="4">${r("移来的话。")}</w:moveTo></w:p>
<w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr>${r("段尾被删，")}</w:p>${p("与下段相连。")}<w:ins w:id="6">${p("整段插入。")}</w:ins><w:del w:id="7"><w:r><w:delText>散失</w:delText></w:r></w:del>`,
});

const box = (text: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const pictures = makeDocx({
  styles: STYLES,
  header: `${p("内部资料　页眉")}`,
  pictures: {
    A: "media/一.png",
    B: "../word/media/TWO.PNG",
    X: "https://example.com/x.png",
    M: "media/lacking.png",
    U: "../../../../etc/passwd",
  },
  files: { "word/media/一.png": png(120, 80), "word/media/two.png": png(90, 60) },
  body: `${p("图文。")}<w:p>${drawing("A", "开闸")}</w:p>${p("图1 东干渠开闸", styled("C"))}
<w:p>${r("旧式")}<w:r><w:pict><v:shape alt="闸门"><v:imagedata r:id="B"/></v:shape></w:pict></w:r></w:p>
<w:p>${drawing("X", "外链")}</w:p><w:p>${drawing("M", "缺失")}</w:p><w:p>${drawing("U", "越界")}</w:p>
<w:p>${r("框前")}${box("框中的字只有一次。")}${r("框后")}</w:p>${p("图2 没有图")}`,
});

const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const fields = makeDocx({
  styles: STYLES,
  body: `<w:p>${r("见第")}${field("PAGEREF _Toc1 \\h", r("3"))}${r("页，")}${field("IF 1 = 1", field("REF a", r("内层")) + r("外层"))}<w:fldSimple w:instr="DATE">${r("2021年2月5日")}</w:fldSimple>${field("DDEAUTO c:\\\\cmd.exe", r("结果"))}</w:p>
<w:sdt><w:sdtPr><w:alias w:val="提示"/></w:sdtPr><w:sdtContent><w:p><w:sdt><w:sdtContent>${r("控件里的字")}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>
<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${r("同意")}</w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>没有结束的域</w:instrText></w:r></w:p>${p("后面的话还在。")}`,
});

const strict = makeDocx({
  namespace: STRICT,
  path: "Content/Main Document.xml",
  body: `${p("严格格式。", "")}<w:p>${r("第二段。", '<w:b w:val="true"/>')}</w:p>`,
});

/** As a program writes one that is none of Word's. */
async function ofLibrary(): Promise<Uint8Array> {
  const text = (words: string) => new Paragraph({ children: [new TextRun(words)] });
  const document = new Document({
    title: "春耕通知",
    footnotes: { 1: { children: [text("据农业农村局统计。")] } },
    sections: [
      {
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: "关于做好春耕备耕工作的通知", size: 44, bold: true })],
          }),
          text("各乡镇人民政府："),
          new Paragraph({ text: "一、任务", heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [new TextRun("备足种子"), new FootnoteReferenceRun(1), new TextRun("。")],
          }),
          new Table({
            rows: [
              new TableRow({
                children: [
                  new TableCell({ children: [text("乡镇")] }),
                  new TableCell({ children: [text("亩数")] }),
                ],
              }),
            ],
          }),
        ],
      },
    ],
  });
  // Packed again, without the time at which it was made.
  const files = Object.entries(unzipSync(new Uint8Array(await Packer.toBuffer(document))));
  const timeless = files.map(([name, bytes]) => [
    name,
    strFromU8(bytes).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "2021-02-05T00:00:00Z"),
  ]);
  return packed(Object.fromEntries(timeless));
}

export async function docxFixtures(): Promise<Readonly<Record<string, Uint8Array>>> {
  return {
    headings,
    numbering,
    tables,
    notes,
    changes,
    pictures,
    fields,
    strict,
    "of-library": await ofLibrary(),
    "without-styles": packed({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `\uFEFF<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>只有一个部件。</w:t></w:r></w:p></w:body></w:document>`,
    }),
  };
}
