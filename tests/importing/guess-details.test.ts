import { expect, test } from "vitest";
import { detailsOfFile, guessDetails, noDetails } from "../../main/importing/guess-details.ts";

test.each([
  ["示例日报/2021-02-05/第3版.txt", "示例日报", "2021-02-05", "3", ""],
  ["D:\\资料\\示例日报\\2021年2月5日\\第03版 要闻.txt", "示例日报", "2021-02-05", "3", "要闻"],
  ["20210205-03.txt", "", "2021-02-05", "3", ""],
  ["某报 2021年2月5日 A03版 要闻.txt", "某报", "2021-02-05", "A03", "要闻"],
  ["焦作日报2021.02.05第二版（综合新闻）.txt", "焦作日报", "2021-02-05", "2", "综合新闻"],
  ["《示范区晚报》20210205/A12版：民生·社会.txt", "示范区晚报", "2021-02-05", "A12", "民生·社会"],
  ["日报/2021/02/05/page-1.txt", "日报", "2021-02-05", "1", ""],
  ["2021年/2月/5日/十二版.txt", "", "2021-02-05", "12", ""],
  ["示例日报/2021.02.05", "示例日报", "2021-02-05", "", ""],
  ["工作报告.docx", "", null, "", ""],
  ["关于申报项目的公告20210230.txt", "", null, "", ""],
  ["2021年工作简报/第3期/上报.txt", "", null, "", ""],
  ["电话13820210205.txt", "", null, "", ""],
  ["第12345678号文件.txt", "", null, "", ""],
])("%s", (path, publication, issuedOn, page, pageName) => {
  expect(guessDetails([path])).toEqual({ publication, issuedOn, page, pageName });
});

test("of several files keeps what all agree on", () => {
  expect(guessDetails(["示例日报/2021-02-05/第1版.txt", "示例日报/2021-02-05/第2版.txt"])).toEqual({
    publication: "示例日报",
    issuedOn: "2021-02-05",
    page: "",
    pageName: "",
  });
  expect(guessDetails(["示例日报/第1版.txt", "公告.txt"])).toEqual(noDetails);
  expect(guessDetails([])).toEqual(noDetails);
});

test("a file's own name fills what the batch leaves open, but not what was guessed and struck out", () => {
  const batch = { ...noDetails, publication: "示例晚报" };
  const path = "/来稿/示例日报/2021-02-05/第3版.txt";
  expect(detailsOfFile(batch, noDetails, path)).toEqual({
    publication: "示例晚报",
    issuedOn: "2021-02-05",
    page: "3",
    pageName: "",
  });
  expect(detailsOfFile(noDetails, guessDetails([path]), path)).toEqual(noDetails);
  expect(detailsOfFile(noDetails, noDetails, "/来稿/通知-2.txt")).toEqual(noDetails);
});
