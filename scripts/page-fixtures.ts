/** The made documents of pages in tests/fixtures/import: PDF and OFD of an office, and a scan of two pages in TIFF. */
import { line, makeOfd } from "../tests/importing/make-ofd.ts";
import { makePdf, setColumn } from "../tests/importing/make-pdf.ts";
import { makeTiff } from "../tests/importing/make-tiff.ts";

const aim = "为切实做好春季农业生产工作，保障粮食安全和重要农产品有效供给，现将有关事项通知如下。";
const seeds = "各村要在三月底以前完成备耕，保证种子、化肥和农机具到位，做到户户有种、块块有肥、机机能用。";

/** By format and name, as `pdf/notice`. */
export function pageFixtures(): Readonly<Record<string, Uint8Array>> {
  return {
    "pdf/notice/input.pdf": pdfNotice(),
    "ofd/notice/input.ofd": ofdNotice(),
    "tiff/pages/input.tif": scan(),
  };
}

/** A title, numbered headings, a running head, page numbers and a signature with its date. */
function pdfNotice(): Uint8Array {
  const body = { x: 72, characters: 28, size: 16, leading: 28 } as const;
  const furniture = (number: number) => [
    { x: 72, y: 40, size: 9, text: "东山县农业农村局" },
    { x: 290, y: 800, size: 14, text: `— ${number} —` },
  ];
  const first = [
    { x: 197, y: 100, size: 22, text: "关于抓好春耕的通知", font: "hei" as const },
    { x: 72, y: 160, size: 16, text: "各村民委员会：" },
    ...setColumn([aim, seeds], { ...body, y: 188 }),
    { x: 104, y: 412, size: 16, text: "一、总体要求", font: "hei" as const },
    ...setColumn([seeds, aim], { ...body, y: 440 }),
  ];
  const second = [
    ...setColumn([aim, seeds], { ...body, y: 100 }),
    { x: 368, y: 330, size: 16, text: "东山县农业农村局" },
    { x: 376, y: 358, size: 16, text: "2021年3月10日" },
  ];
  return makePdf({
    pages: [{ texts: [...first, ...furniture(1)] }, { texts: [...second, ...furniture(2)] }],
    info: { Title: "通知.docx", CreationDate: "D:20210315093000+08'00'" },
  });
}

function ofdNotice(): Uint8Array {
  const lines = [
    { x: 60, y: 40, size: 8, text: "关于抓好春耕的通知" },
    { x: 30, y: 60, text: "各村民委员会：" },
    { x: 40, y: 70, text: "为切实做好春季农业生产工作，现将有关事项通知" },
    { x: 30, y: 80, text: "如下。" },
    { x: 40, y: 90, text: "各村要在三月底以前完成备耕，保证种子、化肥和" },
    { x: 30, y: 100, text: "农机具到位。" },
    { x: 100, y: 120, text: "东山县农业农村局" },
    { x: 103, y: 130, text: "2021年3月10日" },
  ];
  return makeOfd([lines.map(line).join("")], { info: "<ofd:CreationDate>2021-03-15</ofd:CreationDate>" });
}

function scan(): Uint8Array {
  const black = { width: 40, height: 60, bits: 1, meaning: 0, data: Buffer.alloc(5 * 60, 0x0f) };
  return makeTiff([black, { ...black, height: 30, data: Buffer.alloc(5 * 30, 0xf0) }]);
}
