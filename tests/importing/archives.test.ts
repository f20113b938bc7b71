import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FormatReader, Reading } from "../../main/importing/format.ts";
import { formats, recogniseFormat } from "../../main/importing/formats.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { FailureError } from "../../preload/model/result.ts";
import { makeZip, withGbkNames } from "./make-zip.ts";
import { png } from "./sample-pictures.ts";

const zipReader = formats.find(({ name }) => name === "zip") as FormatReader;

async function readZip(bytes: Uint8Array, name = "资料.zip"): Promise<Reading> {
  return zipReader.read({ name, bytes, beside: () => ({ refused: "missing" }) });
}

function shortly({ articles, failed = [] }: Reading) {
  return {
    articles: articles.map(
      ({ part, article, folders = [] }) => `${folders.join("/")} | ${part} | ${article.title}`,
    ),
    failed: failed.map(({ part, code }) => `${part} ${code}`),
  };
}

const markdown = (title: string) => `# ${title}\n\n正文。`;

test("every document of an archive is an article, in the order a person counts, with its folders", async () => {
  const zip = makeZip({
    "第10期.md": markdown("十"),
    "第2期.md": markdown("二"),
    "通知/春耕.txt": "春耕通知\n\n正文一段。",
    "__MACOSX/x.md": markdown("附"),
    "通知/Thumbs.db": "x",
  });
  expect(recogniseFormat(zip, "资料.zip")).toBe(zipReader);
  expect(shortly(await readZip(zip))).toEqual({
    articles: ["资料 | 第2期.md | 二", "资料 | 第10期.md | 十", "资料/通知 | 通知/春耕.txt | 春耕通知"],
    failed: [],
  });
});

test("what cannot be read is named, and the rest is read", async () => {
  const zip = makeZip({ "a.md": markdown("甲"), "程序.exe": "MZ\0\0\0\0", "空.txt": "" });
  expect(shortly(await readZip(zip)).failed).toEqual(["程序.exe unsupported-format", "空.txt empty"]);
});

test("an archive of nothing readable fails with the first reason", async () => {
  await expect(readZip(makeZip({ "程序.exe": "MZ\0\0\0" }))).rejects.toMatchObject({
    failure: { code: "unsupported-format" },
  });
});

test("names in GBK are read as such", async () => {
  const zip = makeZip({ "AAAA.md": markdown("甲") });
  // 通知 in GBK.
  const gbk = withGbkNames(zip, { AAAA: [0xcd, 0xa8, 0xd6, 0xaa] });
  expect((await readZip(gbk)).articles.map(({ part }) => part)).toEqual(["通知.md"]);
});

test("a page finds its pictures beside it in the archive, and nothing outside its folder", async () => {
  const zip = makeZip({
    "网/页.html": '<h1>页</h1><p>甲</p><img src="图/A.png"><img src="../b.png"><p>乙</p>',
    "网/图/a.png": png(60, 60),
    "b.png": png(70, 70),
  });
  const { pictures, articles, warnings } = await readZip(zip);
  expect(pictures.filter(({ width }) => width === 60)).toHaveLength(1);
  expect(articles.map(({ part }) => part)).toEqual(["b.png", "网/页.html"]);
  expect(warnings).toContainEqual(
    expect.objectContaining({ code: "warning.picture-outside", part: "网/页.html" }),
  );
});

test("archives in archives are read, to a limit", async () => {
  const nested = (depth: number): Buffer =>
    makeZip(
      depth === 0
        ? { "底.md": markdown("底") }
        : { "内.zip": nested(depth - 1), [`${depth}.md`]: markdown(`${depth}`) },
    );
  const { articles, failed } = await readZip(nested(4));
  expect(articles.map(({ part }) => part)).toEqual(["4.md", "内.zip/3.md", "内.zip/内.zip/2.md"]);
  expect(articles[1]?.folders).toEqual(["资料", "内"]);
  expect(failed).toMatchObject([{ part: "内.zip/内.zip/内.zip", code: "unsupported-format" }]);
});

test("names that lead out of the archive are no part of it, and named in a warning", async () => {
  const zip = makeZip({ "../外.md": markdown("外"), "内.md": markdown("内"), "/根.md": markdown("根") });
  const { articles, warnings } = await readZip(zip);
  expect(articles.map(({ part }) => part)).toEqual(["内.md"]);
  expect(warnings).toEqual([{ code: "warning.entries-outside", parameters: { name: "../外.md", count: 2 } }]);
});

describe("pictures beside pages", () => {
  const partsOf = async (files: Parameters<typeof makeZip>[0]) =>
    (await readZip(makeZip(files))).articles.map(({ part }) => part);
  const page = "# 题\n\n![](图/甲.png)\n\n正文一段。\n";

  test("come in by themselves where no page shows them", async () => {
    const files = { "页.md": page, "图/甲.png": png(9, 9), "扫描.png": png(9, 8), "样.css": "p {}" };
    expect(await partsOf(files)).toEqual(["页.md", "扫描.png"]);
  });

  test("belong to the pages where they lie in the folder of a page's pictures", async () => {
    expect(await partsOf({ "页.md": page, "图/甲.png": png(9, 9), "图/乙.png": png(9, 8) })).toEqual([
      "页.md",
    ]);
  });

  test("may be those of a page that could not be read", async () => {
    const files = { "页.md": page, "子/坏.md": "", "子/甲.png": png(9, 9), "乙.png": png(9, 8) };
    expect(await partsOf(files)).toEqual(["页.md", "乙.png"]);
  });

  test("are there for a list that names them", async () => {
    const files = { "页.md": page, "扫描.png": png(9, 8), "清单.csv": "file,title\n扫描.png,会议照片\n" };
    const { articles, warnings } = await readZip(makeZip(files));
    expect(articles.map(({ article }) => article.title)).toEqual(["题", "会议照片"]);
    expect(warnings.map(({ code }) => code)).not.toContain("warning.manifest-unknown-file");
  });
});

test("an archive of folders alone is empty", async () => {
  await expect(readZip(makeZip({ "a/": "", "b/": "" }))).rejects.toMatchObject({
    failure: { code: "empty" },
  });
});

test("an archive that unpacks to more than its allowance, with all within it, is refused", async () => {
  const large = Buffer.alloc(150 * 1024 * 1024, 0x20);
  const inner = makeZip({ "a.bin": large });
  const zip = makeZip({ "a.zip": inner, "b.zip": inner, "c.zip": inner });
  // The whole allowance, not what the first two leave of it.
  await expect(readZip(zip)).rejects.toMatchObject({
    failure: { code: "too-large", parameters: { limit: 400 } },
  });
}, 120_000);

describe("a list in the archive", () => {
  const files = { "报/1.md": markdown("文一"), "报/图.png": png(9, 9), "报/2.txt": "正文一段，没有标题。" };
  const list = (text: string) => makeZip({ ...files, "报/清单.csv": text });

  test("fills in the fields of the files it names", async () => {
    const { articles, warnings } = await readZip(
      list(
        '\uFEFFfile,title,publication,date,page\r\n1.md,"文一, 全文",日报,2021-02-05,3\r\n.\\2.txt,文二,日报,2021年2月6日,\r\n没有.md,无,,,',
      ),
    );
    expect(articles.find(({ part }) => part === "报/1.md")?.article).toMatchObject({
      title: "文一, 全文",
      publication: "日报",
      issuedOn: "2021-02-05",
      page: "3",
    });
    expect(articles.find(({ part }) => part === "报/2.txt")?.article).toMatchObject({
      title: "文二",
      issuedOn: "2021-02-06",
    });
    expect(warnings).toContainEqual({
      code: "warning.manifest-unknown-file",
      parameters: { name: "没有.md", count: 1 },
      part: "报/清单.csv",
    });
  });

  test("is understood as Excel and people write it", async () => {
    const { articles } = await readZip(
      list(
        'sep=;\r\nfile;title;publication;date;page\r\n1.md;"文一\n全文";《东山日报》;2021/2/5 0:00;第03版',
      ),
    );
    expect(articles.find(({ part }) => part === "报/1.md")?.article).toMatchObject({
      ...{ title: "文一 全文", publication: "东山日报", issuedOn: "2021-02-05", page: "3" },
    });
  });

  test("never takes words away: another title stays in the text", async () => {
    const { articles } = await readZip(list("文件,标题\n1.md,另名"));
    const article = articles.find(({ part }) => part === "报/1.md")?.article;
    expect(article === undefined ? "" : articleText(article).text).toBe("另名\n文一\n正文。");
  });

  test("of something else is a file like any other", async () => {
    const { failed } = await readZip(list("姓名,年龄\n张三,30"));
    expect(failed).toMatchObject([{ part: "报/清单.csv", code: "unsupported-format" }]);
  });
});

test("an archive with any bytes changed is read or refused with a code", async () => {
  const sound = makeZip({
    "a.md": markdown("甲"),
    "b/c.txt": "正文",
    "d.zip": makeZip({ "e.md": markdown("戊") }),
  });
  const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.nat(sound.length),
      async (changes, end) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        for (const given of [bytes, bytes.subarray(0, Math.max(1, end))]) {
          try {
            await readZip(given);
          } catch (error) {
            expect(error).toBeInstanceOf(FailureError);
          }
        }
      },
    ),
    { numRuns: 80 },
  );
});
