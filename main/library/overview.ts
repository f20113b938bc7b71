/** What the library holds, counted for the filters. */
import type { Database } from "better-sqlite3";
import type { LibraryOverview } from "../../preload/model/listing.ts";
import { statement } from "../statement.ts";
import { countedCollections } from "./collection-counts.ts";

const collator = new Intl.Collator("zh-CN", { numeric: true });

const counts = `
  SELECT
    (SELECT count(*) FROM articles WHERE trashed_at IS NULL) AS articles,
    (SELECT count(*) FROM articles WHERE trashed_at IS NULL AND unread = 1) AS unread,
    (SELECT count(*) FROM articles WHERE trashed_at IS NULL AND starred = 1) AS starred,
    (SELECT count(*) FROM reading_states CROSS JOIN articles ON id = article_id WHERE trashed_at IS NULL) AS recent,
    (SELECT count(*) FROM articles WHERE trashed_at IS NOT NULL) -
      (SELECT count(*) FROM joined_articles) AS trashed,
    (SELECT count(*) FROM articles WHERE sample = 1 AND trashed_at IS NULL) AS samples`;

const publications =
  "SELECT publication AS name, count(*) AS articles FROM articles WHERE trashed_at IS NULL GROUP BY publication";

const months = `
  SELECT substr(issued_on, 1, 7) AS month, count(*) AS articles
  FROM articles WHERE trashed_at IS NULL GROUP BY month ORDER BY month DESC`;

const tags = `
  SELECT tag AS name, count(*) AS articles
  FROM article_tags CROSS JOIN articles ON id = article_id WHERE trashed_at IS NULL GROUP BY tag`;

type Counts = Omit<LibraryOverview, "collections" | "publications" | "months" | "tags">;

export function overview(db: Database): LibraryOverview {
  const all = <Row>(sql: string) => statement<[], Row>(db, sql).all();
  const [counted] = all<Counts>(counts);
  if (!counted) throw new Error("a count without a row");
  return {
    ...counted,
    collections: countedCollections(db).toSorted((a, b) => collator.compare(a.title, b.title)),
    publications: all<LibraryOverview["publications"][number]>(publications).sort(byName),
    months: all<LibraryOverview["months"][number]>(months),
    tags: all<LibraryOverview["tags"][number]>(tags).sort(byName),
  };
}

/** The empty name, of what is not known, last. */
function byName(a: { name: string }, b: { name: string }): number {
  return Number(a.name === "") - Number(b.name === "") || collator.compare(a.name, b.name);
}
