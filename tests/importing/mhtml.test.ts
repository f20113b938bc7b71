import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recogniseFormat } from "../../main/importing/formats.ts";
import { htmlReader } from "../../main/importing/html/html-reader.ts";
import { mhtmlReader } from "../../main/importing/mhtml.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { failureOf } from "../library/temporary-library.ts";
import { onlyArticle, readWith } from "./read-text.ts";

const saved = readFileSync(join(import.meta.dirname, "../fixtures/import/mhtml/saved.mhtml"));

function message(
  parts: readonly string[],
  headers = 'Content-Type: multipart/related; boundary="b"',
): string {
  return `MIME-Version: 1.0\n${headers}\n\n${parts.map((part) => `--b\n${part}\n`).join("")}--b--\n`;
}

const textOf = (content: string | Uint8Array) =>
  articleText(onlyArticle(readWith(mhtmlReader, content, undefined, "网页.mht"))).text;

test("a saved page comes with its pictures, by address and by content id, and without what acts", () => {
  const reading = readWith(mhtmlReader, saved);
  const article = onlyArticle(reading);
  expect(articleText(article).text).toBe("春耕开始\n全县三月下田，机械先行。");
  expect(reading.pictures.map(({ width }) => width)).toEqual([60, 61]);
  expect(
    article.body.map((block) => (block.type === "figure" ? [block.alt, block.image !== null] : block.type)),
  ).toEqual(["paragraph", ["田", true], ["渠", true], ["无", false]]);
  expect(reading.warnings.map(({ code }) => code)).toEqual(["warning.remote-pictures"]);
  expect(JSON.stringify(article)).not.toMatch(/alert|onclick|x\(\)/);
});

test("the same file with the line ends of other systems reads the same", () => {
  const unix = saved.toString("latin1").replaceAll("\r\n", "\n");
  expect(textOf(Buffer.from(unix, "latin1"))).toBe(textOf(saved));
  expect(textOf(Buffer.from(unix.replaceAll("\n", "\r\n"), "latin1"))).toBe(textOf(saved));
});

test("a declared charset is a hint: believed only where the bytes agree", () => {
  const gbk = Buffer.concat([
    Buffer.from(
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=gbk\n\n<h1>`,
    ),
    Buffer.from([0xb4, 0xba, 0xb8, 0xfb]),
    Buffer.from("</h1><p>x</p>\n--b--\n"),
  ]);
  expect(textOf(gbk)).toBe("春耕\nx");
  expect(textOf(message(["Content-Type: text/html; charset=gb2312\n\n<h1>春耕</h1><p>开始</p>"]))).toBe(
    "春耕\n开始",
  );
});

test("the root is the part that the message names, and its subject the title of a page without one", () => {
  const parts = [
    "Content-Type: text/html\nContent-ID: <frame@x>\n\n<p>广告</p>",
    "Content-Type: text/html\nContent-ID: <root@x>\n\n<p>正文</p>",
  ];
  const headers = `Subject: =?gb2312?B?tLo=?= =?utf-8?Q?=E8=80=95?=\nContent-Type: multipart/related; boundary=b; start="<root@x>"`;
  expect(textOf(message(parts, headers))).toBe("春耕\n正文");
});

test("parts within parts are found, and a page of nothing but frames gives the largest of them", () => {
  const inner = `Content-Type: multipart/alternative; boundary="c"\n\n--c\nContent-Type: text/plain\n\nx\n--c\nContent-Type: text/html\n\n<frameset><frame src="cid:f"></frameset>\n--c--`;
  expect(textOf(message([inner, "Content-Type: text/html\nContent-ID: <f>\n\n<p>框架里的正文</p>"]))).toBe(
    "网页\n框架里的正文",
  );
});

test("a file that breaks off keeps what came before", () => {
  const whole = message(["Content-Type: text/html\n\n<h1>题</h1><p>第一段。</p><p>第二段。</p>"]);
  expect(textOf(whole.slice(0, whole.indexOf("第二段") + 2))).toBe("题\n第一段。\n第二");
});

test("a message without a page is unreadable, a page without text is empty", () => {
  const fails = (content: string) => failureOf(() => readWith(mhtmlReader, content))?.code;
  expect(fails(message([]))).toBe("unreadable");
  expect(fails(message(["Content-Type: image/png\n\nx"]))).toBe("unreadable");
  expect(fails(message(["Content-Type: text/html\n\n<p>x</p>"], "Content-Type: multipart/related"))).toBe(
    "unreadable",
  );
  expect(fails(message(["Content-Type: text/html\n\n<script>x</script>"]))).toBe("empty");
});

test("a saved page is known by its headers under any name, and a bare page under its name is a page", () => {
  expect(recogniseFormat(saved, "下载.html")).toBe(mhtmlReader);
  expect(recogniseFormat(Buffer.from("<html><p>文</p></html>"), "a.mht")).toBe(htmlReader);
  expect(recogniseFormat(Buffer.from("一封信：\n正文"), "a.txt")).not.toBe(mhtmlReader);
});

test("a long run of spaces in quoted-printable is read at once, and meant where more follows", () => {
  const spaces = " ".repeat(200_000);
  const part = `Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<h1>t</h1><p>a${spaces}b${spaces}`;
  expect(textOf(message([part]))).toBe("t\na b");
});
