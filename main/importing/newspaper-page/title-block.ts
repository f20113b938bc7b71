/** The lines of a title block told apart: kicker, title (perhaps on two lines), subtitle. */

export interface TitleBlock {
  readonly kicker: string;
  readonly title: string;
  readonly subtitle: string;
}

/** Two halves of one title are set to the same length, give or take a character. */
const HALVES_DIFFER_AT_MOST = 1;
/** A kicker shorter than this beside a longer title needs no other sign. */
const SHORT_KICKER = 8;
const KICKER_SHARE = 0.7;

/** Bodies and places: what a kicker names when it names whose title this is. */
const namesABody =
  /(?:省|市|县|区|旗|盟|州|镇|乡|村|街道|社区|局|委|委员会|厅|部|办|办公室|院|所|站|处|校|大学|学校|中学|小学|幼儿园|医院|公司|集团|中心|银行|支行|分行|法院|检察院|支队|大队|协会|联合会|党委|党工委|管委会|开发区|示范区|新区|厂|馆|队|会)$/u;

/** The title block of an article. `text` is the article's own: a kicker that names a body or place recurs there, a title does not. */
export function readTitleBlock(lines: readonly string[], text: string): TitleBlock {
  const subtitles = lines.filter((line, index) => index > 0 && isSubtitle(line));
  const rest = lines.filter((line, index) => index === 0 || !isSubtitle(line));
  const subtitle = subtitles.join(" ");
  const [first, second, third, ...more] = rest;
  if (first === undefined) return { kicker: "", title: "", subtitle };
  if (second === undefined) return { ...splitLine(first, text), subtitle };
  if (third === undefined) {
    return isKicker(first, second, text)
      ? { kicker: first, title: second, subtitle }
      : { kicker: "", title: `${first} ${second}`, subtitle };
  }
  if (!isKicker(first, second, text) && sameLength(first, second)) {
    return {
      kicker: "",
      title: `${first} ${second}`,
      subtitle: [third, ...more, subtitle].filter(Boolean).join(" "),
    };
  }
  const halves = sameLength(second, third);
  const title = halves ? `${second} ${third}` : second;
  const below = [...(halves ? [] : [third]), ...more, subtitle];
  return { kicker: first, title, subtitle: below.filter(Boolean).join(" ") };
}

function isSubtitle(line: string): boolean {
  return /^(?:——|--|―|—)/u.test(line);
}

/** Kicker and title on one line: 宁静镇 加快项目建设 确保全年目标. */
function splitLine(line: string, text: string): Pick<TitleBlock, "kicker" | "title"> {
  const gap = /[ \u3000]+/u.exec(line);
  if (!gap) return { kicker: "", title: line };
  const first = line.slice(0, gap.index);
  const rest = line.slice(gap.index + gap[0].length);
  return isKicker(first, rest, text) ? { kicker: first, title: rest } : { kicker: "", title: line };
}

function isKicker(line: string, title: string, text: string): boolean {
  if (namesABody.test(line) && line.length <= title.length + SHORT_KICKER) return true;
  if (line.length >= 3 && text.includes(line)) return true;
  const [left, ...others] = title.split(/[ \u3000]+/u);
  // Three parts of which the last two are halves: the first is none of them.
  if (others.length === 1 && left !== undefined && sameLength(left, others[0] ?? ""))
    return !sameLength(line, left);
  if (/[ \u3000]/u.test(line)) return false;
  return /[ \u3000]/u.test(title) ? line.length < (left ?? "").length * KICKER_SHARE : isShorter(line, title);
}

function isShorter(line: string, title: string): boolean {
  return line.length <= SHORT_KICKER ? line.length <= title.length * KICKER_SHARE : !sameLength(line, title);
}

function sameLength(one: string, other: string): boolean {
  return Math.abs([...one].length - [...other].length) <= HALVES_DIFFER_AT_MOST;
}
