/** 主送机关: whom an official document is addressed to, on one line or several. */
import { compact } from "./words.ts";

const LONGEST = 500;
const MOST_LINES = 6;
/** A shorter line that ends without a comma is no line of a list that was wrapped. */
const WRAPPED_AT_LEAST = 18;

/** What the addressees are called, at least one of them. */
const ADDRESSED =
  /各|你|[省市县区乡镇村委局办厅部院司会处科室]|政府|公司|单位|中心|学校|机构|同志|代表|社区|集团/u;

/** What a title has, or a sentence that leads to a list: 根据…，现就有关事项通告如下; 第三条 有下列情形之一的. */
const OTHER_TEXT =
  /关于|根据|按照|为了|现[将就]|如下|以下|下列|情形|应当|之一|第[一二三四五六七八九十百\d]+条/u;

/** 各乡镇人民政府，县直各部门： from line `at` on; null where other text stands there. */
export function addresseesAt(lines: readonly { readonly text: string }[], at: number): string | null {
  let found = "";
  for (const { text } of lines.slice(at, at + MOST_LINES)) {
    const line = text.trim();
    found += compact(line);
    if (found.length > LONGEST || /[。；;！？]/u.test(line) || OTHER_TEXT.test(line)) return null;
    if (/[:：]$/u.test(line)) return isAddressed(found) ? found.slice(0, -1) : null;
    if (!/[，、,]$/u.test(line) && line.length < WRAPPED_AT_LEAST) return null;
  }
  return null;
}

function isAddressed(text: string): boolean {
  return (
    /^[^:：]{2,}[:：]$/u.test(text) &&
    ADDRESSED.test(text) &&
    // Numbered, or naming what follows: no address.
    !/^(?:附|抄送|[一二三四五六七八九十]{1,3}、|[（(]|\d)/u.test(text)
  );
}
