/** What the article was made of: the pages of a PDF, the text of a text file, else what the import recognised in the file. */
import { ZoomIn, ZoomOut } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { CallOutput } from "../../preload/contract.ts";
import { unpackBlocks } from "../../preload/model/packed-article.ts";
import { IconButton } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import { besideOf, compact } from "./beside.ts";
import { beginningPages } from "./block-pages.ts";
import desk from "./correcting.module.css";
import styles from "./original.module.css";
import { OriginalPages } from "./original-pages.tsx";
import { Recognised, type Standing, textOf } from "./recognised.tsx";
import { type Opened, type Sought, useOriginalPages } from "./use-original-pages.ts";

interface OriginalPaneProps {
  readonly id: number;
  /** Packed, as the desk has them. */
  readonly imported: string;
  /** The paragraph of the result that is worked on: what it was made of is brought into sight. */
  readonly beside: Standing | null;
  /** A paragraph was clicked. */
  readonly onGo: (standing: Standing) => void;
}

/** Names of files whose text is what a person reads; that of a web page is its source. */
const plainText = /\.(?:txt|md|markdown|text)$/i;

/** Names of files that are the picture that is shown. */
const picture = /\.(?:png|jpe?g|tiff?)$/i;

/** Of the width of the pane. */
const zooms = [1, 1.25, 1.5, 2, 3] as const;

export function OriginalPane({ id, ...rest }: OriginalPaneProps): ReactNode {
  const say = useSay();
  const { data } = useAsk("readOriginal", { id });
  return (
    <section className={desk["original"]} aria-label={say("correcting.original")}>
      {data === undefined ? null : <Original original={data} {...rest} />}
    </section>
  );
}

interface OriginalProps extends Omit<OriginalPaneProps, "id"> {
  readonly original: CallOutput<"readOriginal">;
}

function Original({ original, imported, beside, onGo }: OriginalProps): ReactNode {
  const opened = useOriginalPages(original.pdf);
  const [look, setLook] = useState<Look>("pages");
  const [zoom, setZoom] = useState(0);
  const lines = useMemo(
    () => (original.text === null || !plainText.test(original.name) ? null : linesOf(original.text)),
    [original],
  );
  const { lead, body } = useMemo(() => unpackBlocks(imported), [imported]);
  const blocks = useMemo(() => [...lead, ...body], [lead, body]);
  const texts = useMemo(() => (lines ?? blocks.map(textOf)).map(compact), [lines, blocks]);
  const starts = useMemo(() => beginningPages(blocks), [blocks]);
  const shown = beside === null ? null : besideOf(compact(beside.text), texts, beside.near);
  const hasPages = original.pdf !== null && opened.state !== "failed";
  const showsPages = hasPages && look === "pages";
  const page = shown === null ? null : (starts[shown] ?? null);
  return (
    <>
      <header className={styles["originalHead"]}>
        <p className={styles["originalName"]}>
          <span>{original.name}</span>
          {lines !== null || showsPages || picture.test(original.name) ? null : <Remark opened={opened} />}
        </p>
        {showsPages && opened.state === "open" ? <Zoom zoom={zoom} onZoom={setZoom} /> : null}
        {hasPages ? <LookChoice look={look} onLook={setLook} /> : null}
      </header>
      {showsPages ? (
        <Pages
          opened={opened}
          zoom={zooms[zoom] ?? 1}
          sought={beside === null ? null : { text: beside.text, page }}
          onGo={(text, near) => onGo({ text, near })}
        />
      ) : (
        <Recognised lines={lines} lead={lead} body={body} texts={texts} shown={shown} onGo={onGo} />
      )}
    </>
  );
}

interface PagesProps {
  readonly opened: Opened;
  readonly zoom: number;
  readonly sought: Sought | null;
  readonly onGo: (text: string, near: number) => void;
}

function Pages({ opened, ...rest }: PagesProps): ReactNode {
  const say = useSay();
  if (opened.state !== "open")
    return <p className={styles["opening"]}>{say("correcting.original-opening")}</p>;
  return <OriginalPages pages={opened.pages} {...rest} />;
}

interface ZoomProps {
  /** Which of the zooms. */
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}

function Zoom({ zoom, onZoom }: ZoomProps): ReactNode {
  const say = useSay();
  return (
    <div className={styles["zooms"]}>
      <IconButton
        icon={ZoomOut}
        name={say("reading.zoom-out")}
        isDisabled={zoom === 0}
        onPress={() => onZoom(zoom - 1)}
      />
      <IconButton
        icon={ZoomIn}
        name={say("reading.zoom-in")}
        isDisabled={zoom === zooms.length - 1}
        onPress={() => onZoom(zoom + 1)}
      />
    </div>
  );
}

/** What is shown, where it is not the original itself. */
function Remark({ opened }: { readonly opened: Opened }): ReactNode {
  const say = useSay();
  return opened.state === "failed" ? (
    <span role="status">{say(`correcting.original-${opened.why}`)}</span>
  ) : (
    <span>{say("correcting.no-text-original")}</span>
  );
}

type Look = "pages" | "text";

interface LookChoiceProps {
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}

function LookChoice({ look, onLook }: LookChoiceProps): ReactNode {
  const say = useSay();
  return (
    <ToggleButtonGroup
      aria-label={say("correcting.original-look")}
      className={styles["looks"] ?? ""}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[look]}
      onSelectionChange={(keys) => onLook(keys.has("text") ? "text" : "pages")}
    >
      <ToggleButton id="pages" className={styles["look"] ?? ""}>
        {say("correcting.as-pages")}
      </ToggleButton>
      <ToggleButton id="text" className={styles["look"] ?? ""}>
        {say("correcting.as-text")}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}
