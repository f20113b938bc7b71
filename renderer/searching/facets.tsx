/** What narrows a search: source, collection, tag, pictures, bookmarks, each with how many articles it leaves. */
import { Bookmark, Image, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components";
import { grouped } from "../../preload/model/messages/pair.ts";
import type { SearchFacets, SearchFilters } from "../../preload/model/search.ts";
import { ChooseField } from "../ui/fields.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./search-column.module.css";

interface FacetsProps {
  readonly facets: SearchFacets;
  readonly filters: SearchFilters;
  readonly onFilters: (change: Partial<SearchFilters>) => void;
}

export function Facets({ facets, filters, onFilters }: FacetsProps): ReactNode {
  const say = useSay();
  const { publications, collections, tags } = facets;
  return (
    <fieldset className={styles["facets"]} aria-label={say("search.filters")}>
      <Facet
        name={say("search.source")}
        any={say("search.any-source")}
        values={publications.map(({ name, articles }) => ({
          value: name,
          name: name === "" ? say("list.not-known") : name,
          articles,
        }))}
        chosen={filters.publication}
        onChoose={(publication) => onFilters({ publication })}
      />
      <Facet
        name={say("search.collection")}
        any={say("search.any-collection")}
        values={collections.map(({ id, title, articles }) => ({ value: String(id), name: title, articles }))}
        chosen={filters.collection === null ? null : String(filters.collection)}
        onChoose={(id) => onFilters({ collection: id === null ? null : Number(id) })}
      />
      <Facet
        name={say("search.tag")}
        any={say("search.any-tag")}
        values={tags.map(({ name, articles }) => ({ value: name, name, articles }))}
        chosen={filters.tag}
        onChoose={(tag) => onFilters({ tag })}
      />
      <Holding
        icon={Image}
        name={say("search.with-pictures")}
        articles={facets.withPictures}
        isChosen={filters.withPictures}
        onChoose={(withPictures) => onFilters({ withPictures })}
      />
      <Holding
        icon={Bookmark}
        name={say("search.with-bookmarks")}
        articles={facets.withBookmarks}
        isChosen={filters.withBookmarks}
        onChoose={(withBookmarks) => onFilters({ withBookmarks })}
      />
    </fieldset>
  );
}

interface FacetProps {
  readonly name: string;
  /** The choice that narrows nothing. */
  readonly any: string;
  readonly values: readonly { readonly value: string; readonly name: string; readonly articles: number }[];
  readonly chosen: string | null;
  readonly onChoose: (value: string | null) => void;
}

/** The key of a filter that is not set; one that is has `=` before its value, for a key must not be empty. */
const ANY = "any";

function Facet({ name, any, values, chosen, onChoose }: FacetProps): ReactNode {
  if (values.length === 0) return null;
  return (
    <ChooseField
      look="bare"
      label={name}
      value={chosen === null ? ANY : `=${chosen}`}
      choices={[
        { value: ANY, name: any },
        ...values.map((each) => ({ value: `=${each.value}`, name: each.name, note: grouped(each.articles) })),
      ]}
      shown={values.find(({ value }) => value === chosen)?.name ?? name}
      onChange={(key) => onChoose(key === ANY ? null : key.slice(1))}
    />
  );
}

interface HoldingProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly articles: number;
  readonly isChosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

function Holding({ icon: Icon, name, articles, isChosen, onChoose }: HoldingProps): ReactNode {
  if (articles === 0 && !isChosen) return null;
  return (
    <ToggleButton className={styles["toggle"] ?? ""} isSelected={isChosen} onChange={onChoose}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {name} <span className={styles["number"]}>{grouped(articles)}</span>
    </ToggleButton>
  );
}
