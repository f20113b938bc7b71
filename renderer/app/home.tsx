/** The page's place while no article is open: the first start's card, or where reading stopped. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { ListQuery } from "../../preload/model/listing.ts";
import { useSay } from "../ui/language.ts";
import { asking } from "../ui/queries.ts";
import { useSettings } from "../ui/settings-context.tsx";
import { useWindowWidth } from "../ui/window-width.ts";
import styles from "./home.module.css";
import { Welcome } from "./welcome.tsx";

/** The articles offered to go on with. */
const recentlyRead: ListQuery = {
  shelf: { kind: "recent" },
  publication: null,
  issued: null,
  sort: "date",
  offset: 0,
  limit: 5,
};

interface HomeProps {
  readonly onOpen: (id: number) => void;
  /** What the frame would put into the reading toolbar. */
  readonly toolbarStart: ReactNode;
}

export function Home({ onOpen, toolbarStart }: HomeProps) {
  const { welcomeDone } = useSettings();
  const isNarrow = useWindowWidth() === "narrow";
  return (
    <main className={styles["home"]}>
      {toolbarStart === null ? null : <div className={styles["toolbar"]}>{toolbarStart}</div>}
      <div className={styles["middle"]}>
        {welcomeDone ? <GoOn onOpen={onOpen} isNarrow={isNarrow} /> : <Welcome />}
      </div>
    </main>
  );
}

function GoOn({ onOpen, isNarrow }: { readonly onOpen: (id: number) => void; readonly isNarrow: boolean }) {
  const say = useSay();
  // Reading itself changes this list, without main saying so at each paragraph.
  const { data: recent } = useQuery({ ...asking("listArticles", recentlyRead), staleTime: 0 });
  return (
    <section className={styles["go-on"]} aria-label={say("home.title")}>
      <h1 className={styles["choose"]}>{say(isNarrow ? "home.choose-narrow" : "home.choose")}</h1>
      {recent === undefined || recent.rows.length === 0 ? null : (
        <>
          <h2 className={styles["name"]}>{say("home.go-on")}</h2>
          <ul>
            {recent.rows.map((row) => (
              <li key={row.id}>
                <Button className={styles["article"] ?? ""} onPress={() => onOpen(row.id)}>
                  <span className={styles["title"]}>
                    {row.title === "" ? say("list.untitled") : row.title}
                  </span>
                  <span className={styles["source"]}>
                    {[row.publication, row.issuedOn ?? ""].filter((part) => part !== "").join(" · ")}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
