import { expect, it } from "vitest";
import { nearest, partsOf } from "../../renderer/importing/file-names.ts";

it("parts a path into its folder and its name, whichever way its system writes it", () => {
  expect(partsOf("/来件/二月/通知.txt")).toEqual({ folder: "/来件/二月/", name: "通知.txt" });
  expect(partsOf("D:\\来件\\通知.txt")).toEqual({ folder: "D:\\来件\\", name: "通知.txt" });
  expect(partsOf("通知.txt")).toEqual({ folder: "", name: "通知.txt" });
});

it("names the innermost folders, and says that there are others before them", () => {
  expect(nearest("/home/张三/来件/二月/")).toBe("…/来件/二月/");
  expect(nearest("C:\\Users\\张三\\来件\\二月\\")).toBe("…/来件\\二月\\");
  expect(nearest("D:\\来件\\")).toBe("D:\\来件\\");
  expect(nearest("/来件/")).toBe("/来件/");
  expect(nearest("")).toBe("");
});
