/** Resolutions and decisions of a meeting: （2022年1月12日…第二次会议通过） below their title stands for signature and date. */
import { compact, DATE, dateOf, isAnnouncementTitle, isOfficialTitle } from "./words.ts";

export interface Adopted {
  readonly issuer: string;
  readonly signature: string;
  readonly signedOn: string | null;
}

const adoptedLine = new RegExp(`^[（(](${DATE})(.{2,60}?)(?:审议|表决)*通过[）)]$`, "u");

/** `line` stands below the title, without its white space; null where it says nothing of who adopted it and when. */
export function adoptedIn(title: string, line: string): Adopted | null {
  const [, date, meeting = ""] = adoptedLine.exec(compact(line)) ?? [];
  if (date === undefined || !mayBeAdopted(title)) return null;
  const [issuer = "", about] = title.split("关于");
  return {
    issuer: about === undefined || issuer === "" ? meeting : issuer,
    signature: "",
    signedOn: dateOf(date),
  };
}

/** Of a law nobody says that it is an official document. */
function mayBeAdopted(title: string): boolean {
  return /(?:决议|决定)$/u.test(title)
    ? isOfficialTitle(title)
    : /公报$/u.test(title) && isAnnouncementTitle(title);
}
