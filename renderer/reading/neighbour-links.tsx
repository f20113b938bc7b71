/** At the end of an article: the one before and the one after, by their titles. */
import type { ReactNode } from "react";
import type { Neighbour, Neighbours } from "../../preload/model/listing.ts";
import { useSay } from "../ui/language.ts";
import styles from "./reading-view.module.css";

interface NeighbourLinksProps {
  readonly neighbours: Neighbours;
  readonly onOpen: (articleId: number) => void;
}

export function NeighbourLinks({ neighbours, onOpen }: NeighbourLinksProps): ReactNode {
  const say = useSay();
  const { previous, next } = neighbours;
  if (previous === null && next === null) return null;
  return (
    <nav className={styles["neighbours"]} aria-label={`${say("reading.previous")} ${say("reading.next")}`}>
      <NeighbourLink label={say("reading.previous")} to={previous} onOpen={onOpen} />
      <NeighbourLink label={say("reading.next")} to={next} onOpen={onOpen} />
    </nav>
  );
}

interface NeighbourLinkProps {
  readonly label: string;
  readonly to: Neighbour | null;
  readonly onOpen: (articleId: number) => void;
}

function NeighbourLink({ label, to, onOpen }: NeighbourLinkProps): ReactNode {
  const say = useSay();
  if (to === null) return <span />;
  return (
    <button type="button" className={styles["neighbour"]} onClick={() => onOpen(to.id)}>
      <span className={styles["neighbourLabel"]}>{label}</span>
      <span className={styles["neighbourTitle"]}>{to.title === "" ? say("list.untitled") : to.title}</span>
    </button>
  );
}
