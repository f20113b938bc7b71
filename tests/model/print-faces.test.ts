import { describe, expect, it } from "vitest";
import { type FaceRole, faces, familyList, missingFaces } from "../../preload/model/print-faces.ts";

const roles = Object.keys(faces) as FaceRole[];

describe("the faces of print", () => {
  it("are asked for under the names offices have them under, the bundled one last", () => {
    const fangsong = familyList("fangsong");
    const order = ["仿宋_GB2312", "仿宋", "FangSong", "Noto Serif SC Variable", "serif"];
    const places = order.map((name) => fangsong.indexOf(name === "serif" ? ", serif" : `"${name}"`));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(Math.min(...places)).toBe(0);
    for (const name of ["方正小标宋简体", "方正小标宋_GBK"])
      expect(familyList("xiaobiaosong")).toContain(name);
    for (const name of ["楷体_GB2312", "楷体"]) expect(familyList("kai")).toContain(`"${name}"`);
    expect(familyList("hei")).toContain('"黑体"');
    for (const role of roles) expect(familyList(role)).toContain('"Noto Serif SC Variable"');
  });

  it("are missing where none of their names is installed, and what stands in is named", () => {
    const machine = new Set(["FangSong", "STKaiti", "Microsoft YaHei"]);
    expect(missingFaces(roles, (family) => machine.has(family))).toEqual([
      { wanted: "小标宋", used: "Noto Serif SC" },
      { wanted: "黑体", used: "Microsoft YaHei" },
      { wanted: "宋体", used: "Noto Serif SC" },
    ]);
    expect(missingFaces(roles, () => true)).toEqual([]);
    expect(missingFaces(["fangsong"], () => false)).toEqual([{ wanted: "仿宋", used: "Noto Serif SC" }]);
  });
});
