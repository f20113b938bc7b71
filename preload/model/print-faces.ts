/**
 * Typefaces of print by the names that offices have them under: those of GB 18030 systems, of Windows, of Founder, of Kylin and
 * UOS, of macOS. What is asked for first stands first; a page takes the first one that the machine has.
 */

export type FaceRole = "fangsong" | "kai" | "xiaobiaosong" | "hei" | "song";

/** Songs that serve where nothing better is there; the bundled one is always there. */
const lastResort = ["Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC Variable"];

interface Face {
  /** What it is called. */
  readonly name: string;
  /** The names of the face itself. */
  readonly own: readonly string[];
  /** What stands in for it. */
  readonly instead: readonly string[];
}

export const faces: Readonly<Record<FaceRole, Face>> = {
  fangsong: {
    name: "仿宋",
    own: [
      ...["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GB18030", "方正仿宋_GBK"],
      ...["FZFangSong-Z02", "华文仿宋", "STFangsong"],
    ],
    instead: lastResort,
  },
  kai: {
    name: "楷体",
    own: [
      ...["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GB18030", "方正楷体_GBK", "FZKai-Z03"],
      ...["华文楷体", "STKaiti", "Kaiti SC", "AR PL UKai CN"],
    ],
    instead: lastResort,
  },
  xiaobiaosong: {
    name: "小标宋",
    own: [
      ...["方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"],
      ...["方正小标宋_GB18030", "小标宋体"],
    ],
    instead: ["华文中宋", "STZhongsong", ...lastResort],
  },
  hei: {
    name: "黑体",
    own: [
      ...["黑体", "SimHei", "方正黑体_GB18030", "方正黑体_GBK", "FZHei-B01", "华文黑体", "STHeiti"],
      "Heiti SC",
    ],
    instead: ["Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "Noto Serif SC Variable"],
  },
  song: {
    name: "宋体",
    own: [
      ...["宋体", "SimSun", "新宋体", "NSimSun", "方正书宋_GB18030", "方正书宋_GBK", "FZShuSong-Z01"],
      ...["华文宋体", "STSong", "Songti SC"],
    ],
    instead: lastResort,
  },
};

/** What a stylesheet asks for. */
export function familyList(role: FaceRole): string {
  const { own, instead } = faces[role];
  const generic = role === "hei" ? "sans-serif" : "serif";
  return [...[...own, ...instead].map((name) => JSON.stringify(name)), generic].join(", ");
}

/** The name the bundled typeface has among fonts, and the one that people know it by. */
const knownNames: Readonly<Record<string, string>> = { "Noto Serif SC Variable": "Noto Serif SC" };

/** Which of the faces asked for are not there, and what stands in. `has` tells whether a family is installed. */
export function missingFaces(
  roles: readonly FaceRole[],
  has: (family: string) => boolean,
): readonly { readonly wanted: string; readonly used: string }[] {
  return roles.flatMap((role) => {
    const { name, own, instead } = faces[role];
    if (own.some(has)) return [];
    const used = instead.find(has) ?? "Noto Serif SC Variable";
    return [{ wanted: name, used: knownNames[used] ?? used }];
  });
}
