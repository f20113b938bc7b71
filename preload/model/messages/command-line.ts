/** What the command line says: results, its help, and what is wrong with what was typed and how to put it right. */
import { counted, pair } from "./pair.ts";

export const commandLine = {
  "cli.imported": pair<{ imported: number; updated: number; unchanged: number; failed: number }>(
    ({ imported, updated, unchanged, failed }) =>
      `已导入${imported}篇，已更新${updated}篇，无变化${unchanged}篇；未导入${failed}个文件。`,
    ({ imported, updated, unchanged, failed }) =>
      `${counted(imported, "article")} imported, ${updated} updated, ${unchanged} unchanged; ${counted(failed, "file")} not imported.`,
  ),
  "cli.warning": pair<{ file: string; message: string }>(
    ({ file, message }) => `${file}：${message}`,
    ({ file, message }) => `${file}: ${message}`,
  ),
  "cli.undone": pair<{ created: number; changed: number }>(
    ({ created, changed }) =>
      `已撤销：${created}篇移入回收站，标注一并保留；${changed}篇恢复到导入前的样子。`,
    ({ created, changed }) =>
      `Undone: ${counted(created, "article")} moved to the trash with any bookmarks, ${changed} as before the import.`,
  ),
  "cli.undo-nothing": pair("没有可撤销的内容。", "There is nothing to undo."),
  "cli.unknown": pair("未注明", "not known"),
  "cli.nothing": pair("资料库里还没有文章。", "There are no articles in the library yet."),
  "cli.found": pair<{ total: number }>(
    ({ total }) => `共${total}篇。`,
    ({ total }) => (total === 1 ? "1 article." : `${total} articles.`),
  ),
  "cli.found-nothing": pair<{ near: number }>(
    ({ near }) => (near === 0 ? "没有找到。" : `没有完全一致的，相近的有${near}篇。`),
    ({ near }) => (near === 0 ? "Nothing was found." : `Nothing matches exactly; ${near} come near.`),
  ),
  "cli.printed": pair<{ pages: number; path: string }>(
    ({ pages, path }) => `共${pages}页，已保存到${path}`,
    ({ pages, path }) => `${counted(pages, "page")}, saved to ${path}`,
  ),
  "cli.see-help": pair("用法见：antou help", "For usage: antou help"),
  "cli.help": pair<{ version: string }>(
    ({ version }) => `案头 ${version}

用法：antou 命令 --library 目录 [--json]

  import 路径…    导入文件或文件夹
      --publication 来源  --date 年-月-日  --page 版次  --page-name 版名
      --encoding 文字编码（乱码时用），如 gbk、big5
      --password 密码  用于有密码保护的PDF
  undo-import     撤销最近一次导入，加 --batch 编号 撤销另一次（编号见 import --json 的 batch）
  list            列出文章
  show 编号       显示文章，加 --text 只要文字，加 --sections 只要各节
  search 词句     搜索，加 --limit 条数  --offset 跳过的条数
  bookmark 编号 --exact 原文
                  标注文章中的一段，加 --note 批注  --tag 标签  --color 颜色
  bookmarks       列出标注
  export-bookmarks 文件 --format docx|csv|md|jsonld
                  导出标注
  import-bookmarks 文件 [--dry-run]
                  导入标注备份文件；--dry-run 只说明会怎样，不写入
  print 编号 --pdf 文件
                  打印成PDF，加 --sections 2,4-5 只要这些节（编号见 show --sections），
                  --template standard|gongwen|large|excerpt 选版式，--no-images 不要图片
  help            显示本说明

  --library 目录  资料库所在的目录，没有就新建
  --json          以JSON输出结果
  --language      zh-CN 或 en
  --version       显示版本

退出码：0 完成，1 有未完成的，2 用法不对`,
    ({ version }) => `Antou ${version}

Usage: antou COMMAND --library DIR [--json]

  import PATH…    import files or folders
      --publication SOURCE  --date YYYY-MM-DD  --page PAGE  --page-name NAME
      --encoding ENCODING  for garbled text, such as gbk or big5
      --password PASSWORD  for PDF files locked by one
  undo-import     undo the last import; --batch ID: another one (ID: batch of import --json)
  list            list the articles
  show ID         show an article; --text: its text alone; --sections: its sections
  search QUERY    find a phrase; --limit N  --offset N
  bookmark ID --exact TEXT
                  mark a passage of an article; --note TEXT  --tag TAG  --color COLOUR
  bookmarks       list the bookmarks
  export-bookmarks FILE --format docx|csv|md|jsonld
                  export the bookmarks
  import-bookmarks FILE [--dry-run]
                  import a bookmark backup file; --dry-run only says what would be done
  print ID --pdf FILE
                  print to PDF; --sections 2,4-5: these sections alone (as show --sections numbers them);
                  --template standard|gongwen|large|excerpt; --no-images
  help            show this

  --library DIR   the library’s directory, made if missing
  --json          results as JSON
  --language      zh-CN or en
  --version       show the version

Exit codes: 0 done, 1 something failed, 2 wrong usage`,
  ),
  "usage.unknown-command": pair<{ given: string }>(
    ({ given }) =>
      `没有“${given}”这个命令。可用的命令：import、undo-import、list、show、search、bookmark、bookmarks、export-bookmarks、import-bookmarks、print、help。`,
    ({ given }) =>
      `There is no command “${given}”. The commands are import, undo-import, list, show, search, bookmark, bookmarks, export-bookmarks, import-bookmarks, print and help.`,
  ),
  "usage.unknown-option": pair<{ given: string }>(
    ({ given }) => `没有“${given}”这个选项。`,
    ({ given }) => `There is no option “${given}”.`,
  ),
  "usage.option-elsewhere": pair<{ given: string; about: string }>(
    ({ given, about }) => `“${given}”只能用于命令${about}。请去掉它，或改用那个命令。`,
    ({ given, about }) => `“${given}” belongs to the command ${about}. Leave it out, or use that command.`,
  ),
  "usage.no-value": pair<{ given: string; about: string }>(
    ({ given, about }) => `“${given}”后面没有写明内容。请这样写：${given} ${about}`,
    ({ given, about }) => `“${given}” is not followed by anything. Write it as in: ${given} ${about}`,
  ),
  "usage.value-like-option": pair<{ given: string }>(
    ({ given }) => `“${given}”的内容以-开头。请用等号连着写：${given}=-…`,
    ({ given }) => `What follows “${given}” begins with a hyphen. Join them by an equals sign: ${given}=-…`,
  ),
  "usage.takes-no-value": pair<{ given: string }>(
    ({ given }) => `“${given}”后面不用写内容。请只写${given}。`,
    ({ given }) => `“${given}” takes no value. Write ${given} alone.`,
  ),
  "usage.no-library": pair<{ given: string }>(
    ({ given }) => `请用 --library 指明资料库目录，例如：antou ${given} --library 我的资料库`,
    ({ given }) => `Name the library’s directory with --library, as in: antou ${given} --library my-library`,
  ),
  "usage.no-paths": pair<{ given: string }>(
    ({ given }) => `请写明要导入的文件或文件夹，例如：antou ${given} 第1版.txt --library 我的资料库`,
    ({ given }) =>
      `Name the files or folders to import, as in: antou ${given} page-1.txt --library my-library`,
  ),
  "usage.no-article": pair<{ given: string }>(
    ({ given }) => `请写明文章编号，例如：antou ${given} 1 --library 我的资料库`,
    ({ given }) => `Name the article’s number, as in: antou ${given} 1 --library my-library`,
  ),
  "usage.no-query": pair<{ given: string }>(
    ({ given }) => `请写明要查的词句，例如：antou ${given} 乡村振兴 --library 我的资料库`,
    ({ given }) => `Name what to look for, as in: antou ${given} harvest --library my-library`,
  ),
  "usage.no-quote": pair<{ given: string }>(
    ({ given }) => `请用 --exact 写明要标注的文字，例如：antou ${given} 1 --exact 原文 --library 我的资料库`,
    ({ given }) =>
      `Give the text to bookmark with --exact, as in: antou ${given} 1 --exact TEXT --library my-library`,
  ),
  "usage.no-file": pair<{ given: string }>(
    ({ given }) => `请写明文件，例如：antou ${given} 标注.jsonld --library 我的资料库`,
    ({ given }) => `Name the file, as in: antou ${given} bookmarks.jsonld --library my-library`,
  ),
  "usage.no-pdf": pair<{ given: string }>(
    ({ given }) =>
      `请用 --pdf 写明要保存的PDF文件，例如：antou print ${given} --pdf 文章.pdf --library 我的资料库`,
    ({ given }) =>
      `Name the PDF file with --pdf, as in: antou print ${given} --pdf article.pdf --library my-library`,
  ),
  "usage.bad-template": pair<{ given: string }>(
    ({ given }) =>
      `没有“${given}”这个版式。可用的有：standard（标准版）、gongwen（公文版式）、large（大字版）、excerpt（摘录）。`,
    ({ given }) => `There is no template “${given}”. The templates are standard, gongwen, large and excerpt.`,
  ),
  "usage.bad-color": pair<{ given: string; about: string }>(
    ({ given, about }) => `没有“${given}”这种颜色。可用的有：${about}。`,
    ({ given, about }) => `There is no colour “${given}”. The colours are ${about}.`,
  ),
  "usage.bad-format": pair<{ given: string; about: string }>(
    ({ given, about }) =>
      `不能导出为“${given}”。请用 --format 写明格式，或让文件名以它结尾。可用的格式：${about}。`,
    ({ given, about }) =>
      `“${given}” is no format to export to. Name one with --format, or by the end of the file’s name: ${about}.`,
  ),
  "usage.bad-encoding": pair<{ given: string }>(
    ({ given }) => `没有“${given}”这种文字编码。常用的有：utf-8、gbk、gb18030、big5、utf-16le、utf-16be。`,
    ({ given }) =>
      `There is no encoding “${given}”. Common ones are utf-8, gbk, gb18030, big5, utf-16le and utf-16be.`,
  ),
  "usage.bad-language": pair<{ given: string }>(
    ({ given }) => `没有“${given}”这种语言。可用的有：zh-CN、en。`,
    ({ given }) => `There is no language “${given}”. The languages are zh-CN and en.`,
  ),
  "usage.bad-date": pair<{ given: string }>(
    ({ given }) => `“${given}”不是日期。请写作年-月-日，如2021-02-05。`,
    ({ given }) => `“${given}” is not a date. Write it as year-month-day, such as 2021-02-05.`,
  ),
  "usage.bad-article": pair<{ given: string }>(
    ({ given }) => `“${given}”不是文章编号。编号是从1起的整数，用 antou list 可以查到。`,
    ({ given }) => `“${given}” is not an article’s number. It is a whole number from 1 on: see antou list.`,
  ),
  "usage.bad-batch": pair<{ given: string }>(
    ({ given }) =>
      `“${given}”不是一次导入的编号。编号见 import --json 输出的 batch；不写 --batch 就撤销最近一次导入。`,
    ({ given }) =>
      `“${given}” is not the ID of an import. It is the batch of import --json; without --batch the last import is undone.`,
  ),
  "usage.bad-sections": pair<{ given: string }>(
    ({ given }) => `“${given}”不是节的编号。请写作2,4-5这样，编号用 antou show 编号 --sections 可以查到。`,
    ({ given }) =>
      `“${given}” names no sections. Write them as in 2,4-5, with the numbers of antou show ID --sections.`,
  ),
  "usage.bad-count": pair<{ given: string; about: string }>(
    ({ given, about }) => `${about}后面要写条数，“${given}”不是条数。请写作${about} 20这样的整数。`,
    ({ given, about }) => `${about} takes a number, which “${given}” is not. Write it as in ${about} 20.`,
  ),
  "usage.too-long": pair<{ given: string; about: string }>(
    ({ given, about }) => `${given}的内容最多${about}个字。请缩短。`,
    ({ given, about }) => `${given} takes at most ${about} characters. Shorten it.`,
  ),
  "usage.too-many": pair<{ given: string }>(
    ({ given }) => `“${given}”是多余的，请去掉。名称中有空格时，请用引号括起来。`,
    ({ given }) => `“${given}” is too much: leave it out. A name with spaces in it goes into quotes.`,
  ),
  "usage.not-together": pair<{ given: string; about: string }>(
    ({ given, about }) => `${given}和${about}不能一起用。请去掉一个。`,
    ({ given, about }) => `${given} and ${about} cannot be used together. Leave one out.`,
  ),
};
