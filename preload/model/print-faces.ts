/**
 * Typefaces of print by the names that offices have them under: those of GB 18030 systems, of Windows, of Founder, of Kylin and
 * UOS, of macOS. What is asked for first stands first; a page takes the first one that the machine has.
 */

export type FaceRole = "fangsong" | "kai" | "xiaobiaosong" | "hei" | "song";

/**
 * The bundled typeface, which is always there. The system's Noto and Source Han faces never stand in: they draw a radical
 * and the character that looks like it with one glyph, and a PDF then says ⼯ where 工 was printed, which nobody finds.
 */
export const bundledFace = "Noto Serif SC Variable";

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
    instead: [bundledFace],
  },
  kai: {
    name: "楷体",
    own: [
      ...["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GB18030", "方正楷体_GBK", "FZKai-Z03"],
      ...["华文楷体", "STKaiti", "Kaiti SC", "AR PL UKai CN"],
    ],
    instead: [bundledFace],
  },
  xiaobiaosong: {
    name: "小标宋",
    own: [
      ...["方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"],
      ...["方正小标宋_GB18030", "小标宋体"],
    ],
    instead: ["华文中宋", "STZhongsong", bundledFace],
  },
  hei: {
    name: "黑体",
    own: [
      ...["黑体", "SimHei", "方正黑体_GB18030", "方正黑体_GBK", "FZHei-B01", "华文黑体", "STHeiti"],
      "Heiti SC",
    ],
    instead: ["微软雅黑", "Microsoft YaHei", bundledFace],
  },
  song: {
    name: "宋体",
    own: [
      ...["宋体", "SimSun", "新宋体", "NSimSun", "方正书宋_GB18030", "方正书宋_GBK", "FZShuSong-Z01"],
      ...["华文宋体", "STSong", "Songti SC"],
    ],
    instead: [bundledFace],
  },
};

/** What a stylesheet asks for. */
export function familyList(role: FaceRole): string {
  const { own, instead } = faces[role];
  const generic = role === "hei" ? "sans-serif" : "serif";
  return [...[...own, ...instead].map((name) => JSON.stringify(name)), generic].join(", ");
}

/** What people know the bundled typeface by. */
const BUNDLED_NAME = "Noto Serif SC";

/** Which of the faces asked for are not there, and what stands in. `has` tells whether a family is installed. */
export function missingFaces(
  roles: readonly FaceRole[],
  has: (family: string) => boolean,
): readonly { readonly wanted: string; readonly used: string }[] {
  return roles.flatMap((role) => {
    const { name, own, instead } = faces[role];
    if (own.some(has)) return [];
    const used = instead.find((family) => family === bundledFace || has(family)) ?? bundledFace;
    return [{ wanted: name, used: used === bundledFace ? BUNDLED_NAME : used }];
  });
}
