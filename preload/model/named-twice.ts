/** Names that stand for one another (简称对照), such as 卫健委 and 卫生健康委员会: groups of two or more, kept in the settings. */
import { fold } from "./fold.ts";
import type { Query, Term } from "./search-query.ts";
import { termOf, termsOf } from "./search-query.ts";

export type ShortNames = readonly (readonly string[])[];

export interface NamedTwice {
  /** As the query has it. */
  readonly name: string;
  readonly others: readonly string[];
}

/** The names in a query that have others. */
export function shortNamesIn(query: Query, groups: ShortNames): readonly NamedTwice[] {
  const found = termsOf(query).flatMap((term) => namesIn(term, groups));
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

/** The same query, in which each term with such a name may also stand with the others. */
export function withShortNames(query: Query, groups: ShortNames): Query {
  const clauses = query.clauses.map((terms) => terms.flatMap((term) => [term, ...otherTerms(term, groups)]));
  return { ...query, clauses };
}

function otherTerms(term: Term, groups: ShortNames): readonly Term[] {
  return namesIn(term, groups).flatMap(({ name, others }) => {
    const start = fold(term.text).indexOf(fold(name));
    return others.flatMap((other) => {
      const text = term.text.slice(0, start) + other + term.text.slice(start + name.length);
      return termOf(text, term) ?? [];
    });
  });
}

/** Of each group the longest name that the term holds: 卫生健康委员会 is not taken for 卫生健康委. */
function namesIn({ text }: Term, groups: ShortNames): readonly NamedTwice[] {
  const folded = fold(text);
  return groups.flatMap((group) => {
    const held = group.filter((name) => name !== "" && folded.includes(fold(name)));
    const [name] = held.toSorted((one, other) => other.length - one.length);
    return name === undefined ? [] : [{ name, others: group.filter((other) => other !== name) }];
  });
}
