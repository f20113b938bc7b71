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
const NAME_AT_LEAST = 3;
/** Longer lines that end like a body's name say something about it. */
const BODY_AT_MOST = 12;
const spaces = /[ \u3000]+/u;

/** Bodies and places: what a kicker names when it names whose title this is. */
const bodyOrPlace =
  /(?:省|市|县|区|旗|盟|州|镇|乡|村|街道|社区|局|委|委员会|厅|部|办|办公室|院|所|站|处|校|大学|学校|中学|小学|幼儿园|医院|公司|集团|中心|银行|支行|分行|法院|检察院|支队|大队|协会|联合会|党委|党工委|管委会|开发区|示范区|新区|园区|景区|林场|农场|牧场|水库|合作社|供销社|电视台|气象台|厂|馆|队|会)$/u;

/** A line that is the name of a body or place, and nothing else. */
export function namesABody(line: string): boolean {
  return line.length <= BODY_AT_MOST && bodyOrPlace.test(line);
}

/** The title block of an article. `text` is the article's own: a kicker that names a body or place recurs there, a title does not. */
export function readTitleBlock(lines: readonly string[], text: string): TitleBlock {
  const subtitles = lines.filter((line, index) => index > 0 && isSubtitle(line));
  const rest = lines.filter((line, index) => index === 0 || !isSubtitle(line));
  const subtitle = subtitles.join(" ");
  const [first, second, third, ...more] = rest;
  if (first === undefined) return { kicker: "", title: "", subtitle };
  if (second === undefined) return { ...splitLine(first, text), subtitle };
  if (third === undefined) {
    return isKickerLine(first, second, text)
      ? { kicker: first, title: second, subtitle }
      : { kicker: "", title: `${first} ${second}`, subtitle };
  }
  if (second.length === third.length || isKickerLine(first, second, text)) {
    const halves = sameLength(second, third);
    const below = [...(halves ? [] : [third]), ...more, subtitle];
    return { kicker: first, title: halves ? `${second} ${third}` : second, subtitle: joined(below) };
  }
  return { kicker: "", title: `${first} ${second}`, subtitle: joined([third, ...more, subtitle]) };
}

function joined(lines: readonly string[]): string {
  return lines.filter((line) => line !== "").join(" ");
}

function isSubtitle(line: string): boolean {
  return /^(?:——|--|―|—)/u.test(line);
}

/** Kicker and title on one line: 宁静镇 加快项目建设 确保全年目标. */
function splitLine(line: string, text: string): Pick<TitleBlock, "kicker" | "title"> {
  const gap = spaces.exec(line);
  if (!gap) return { kicker: "", title: line };
  const first = line.slice(0, gap.index);
  const rest = line.slice(gap.index + gap[0].length);
  return isKickerPart(first, rest, text) ? { kicker: first, title: rest } : { kicker: "", title: line };
}

/** Whether a line above a title is its kicker, or the first of the title's own two lines, which are of one length. */
function isKickerLine(line: string, title: string, text: string): boolean {
  if (namesABody(line) || recurs(line, text)) return true;
  if (hasSpace(title) || hasSpace(line)) return hasSpace(title) !== hasSpace(line);
  return line.length !== title.length;
}

/** The same for a first part on the title's own line, where nothing but length and space part them. */
function isKickerPart(part: string, rest: string, text: string): boolean {
  if (namesABody(part) || recurs(part, text)) return true;
  const [left = "", right, ...more] = rest.split(spaces);
  if (right === undefined) return part.length <= SHORT_KICKER && part.length <= rest.length * KICKER_SHARE;
  return more.length === 0 && sameLength(left, right) && part.length !== left.length;
}

/** The name of whose title this is stands in its text too; a title seldom does word for word. */
function recurs(line: string, text: string): boolean {
  return line.length >= NAME_AT_LEAST && text.includes(line);
}

function hasSpace(line: string): boolean {
  return spaces.test(line);
}

function sameLength(one: string, other: string): boolean {
  return Math.abs([...one].length - [...other].length) <= HALVES_DIFFER_AT_MOST;
}
