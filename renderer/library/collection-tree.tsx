/** The collections as a tree: opened and folded, chosen, and moved by dragging. Keys as in any tree. */
import { ChevronRight } from "lucide-react";
import { type DragEvent, type KeyboardEvent, type MouseEvent, useId, useMemo, useRef, useState } from "react";
import type { Collection } from "../../preload/model/listing.ts";
import { useSay } from "../ui/language.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";
import { canMove, collectionNodes, type TreeLine, treeLines } from "./collection-nodes.ts";
import styles from "./collection-tree.module.css";

interface CollectionTreeProps {
  readonly collections: readonly Collection[];
  /** The id of the one whose articles are listed. */
  readonly chosen: number | null;
  readonly onChoose: (collection: Collection) => void;
  /** `around`: null for the top. */
  readonly onMove: (collection: Collection, around: Collection | null) => void;
  readonly onRename: (collection: Collection) => void;
  readonly onDelete: (collection: Collection) => void;
  /** A right-click or the menu key, at the line. */
  readonly onMenu: (collection: Collection, line: HTMLElement) => void;
}

export function CollectionTree(props: CollectionTreeProps) {
  const { collections, chosen, onChoose, onMove, onMenu } = props;
  const say = useSay();
  const folding = useFolding();
  const nodes = useMemo(() => collectionNodes(collections), [collections]);
  const lines = useMemo(() => treeLines(nodes, folding.folded), [nodes, folding.folded]);
  const tree = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const [dragged, setDragged] = useState<Collection | null>(null);
  const [over, setOver] = useState<number | "top" | null>(null);
  const isThere = (id: number | null) => lines.some(({ node }) => node.collection.id === id);
  const cursor = isThere(at) ? at : isThere(chosen) ? chosen : (lines[0]?.node.collection.id ?? null);

  function focusOn(id: number): void {
    setAt(id);
    const line = tree.current?.querySelector<HTMLElement>(`[data-id="${id}"]`);
    line?.focus();
    line?.scrollIntoView({ block: "nearest" });
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const index = lines.findIndex(({ node }) => node.collection.id === cursor);
    const line = lines[index];
    if (line === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!doKey(event, line, index)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function doKey(event: KeyboardEvent<HTMLDivElement>, line: TreeLine, index: number): boolean {
    const { collection } = line.node;
    const target = targetOf(event.key, line, index, lines, folding.folded);
    if (target !== undefined) {
      focusOn(target.node.collection.id);
      return true;
    }
    switch (event.key) {
      case "ArrowRight":
      case "ArrowLeft": {
        const folds = event.key === "ArrowLeft";
        if (line.node.nodes.length > 0 && folding.folded.has(collection.id) !== folds)
          folding.fold(collection.id, folds);
        return true;
      }
      case "Enter":
      case " ":
        onChoose(collection);
        return true;
      case "F2":
        props.onRename(collection);
        return true;
      case "Delete":
        props.onDelete(collection);
        return true;
      default:
        return false;
    }
  }

  function lineOf(
    target: EventTarget,
  ): { readonly collection: Collection; readonly line: HTMLElement } | null {
    const line = target instanceof Element ? target.closest<HTMLElement>("[data-id]") : null;
    const found = lines.find(({ node }) => String(node.collection.id) === line?.dataset["id"]);
    return line === null || found === undefined ? null : { collection: found.node.collection, line };
  }

  function onClick({ target }: MouseEvent): void {
    const clicked = lineOf(target);
    if (clicked === null) return;
    const { id } = clicked.collection;
    setAt(id);
    if (target instanceof Element && target.closest("[data-folds]") !== null)
      folding.fold(id, !folding.folded.has(id));
    else onChoose(clicked.collection);
  }

  // Shift+F10 and the menu key arrive here too, at the line that has the focus.
  function onContextMenu(event: MouseEvent): void {
    const pointed = lineOf(event.target);
    if (pointed === null) return;
    event.preventDefault();
    setAt(pointed.collection.id);
    onMenu(pointed.collection, pointed.line);
  }

  /** Null stands for the top. */
  function dropping(around: Collection | null) {
    const takes = dragged !== null && canMove(dragged.title, around?.title ?? null);
    const place = around?.id ?? "top";
    return {
      onDragOver: (event: DragEvent) => {
        if (!takes) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = "move";
        setOver(place);
      },
      onDragLeave: () => setOver((now) => (now === place ? null : now)),
      onDrop: (event: DragEvent) => {
        if (!takes) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(null);
        setDragged(null);
        onMove(dragged, around);
      },
    };
  }

  return (
    <>
      <div
        ref={tree}
        role="tree"
        aria-label={say("collections.tree")}
        className={styles["tree"]}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onContextMenu={onContextMenu}
      >
        {lines.map((line) => {
          const { collection } = line.node;
          return (
            <Line
              key={collection.id}
              line={line}
              isFolded={folding.folded.has(collection.id)}
              isChosen={collection.id === chosen}
              isCursor={collection.id === cursor}
              isOver={over === collection.id}
              drag={{
                draggable: true,
                onDragStart: (event) => {
                  event.dataTransfer.effectAllowed = "move";
                  event.dataTransfer.setData("text/plain", collection.title);
                  setDragged(collection);
                },
                onDragEnd: () => {
                  setDragged(null);
                  setOver(null);
                },
                ...dropping(collection),
              }}
            />
          );
        })}
      </div>
      {dragged !== null && canMove(dragged.title, null) ? (
        <div className={styles["top"]} data-over={over === "top"} {...dropping(null)}>
          {say("collections.drop-top")}
        </div>
      ) : null}
    </>
  );
}

interface LineProps {
  readonly line: TreeLine;
  readonly isFolded: boolean;
  readonly isChosen: boolean;
  readonly isCursor: boolean;
  /** Something that is being dragged would drop into it. */
  readonly isOver: boolean;
  readonly drag: Pick<
    React.HTMLAttributes<HTMLElement>,
    "draggable" | "onDragStart" | "onDragEnd" | "onDragOver" | "onDragLeave" | "onDrop"
  >;
}

function Line({ line, isFolded, isChosen, isCursor, isOver, drag }: LineProps) {
  const say = useSay();
  const name = useId();
  const { node, level, place, beside } = line;
  const { collection } = node;
  const hasNodes = node.nodes.length > 0;
  const count = say("collections.count", { count: collection.articles });
  return (
    <div
      role="treeitem"
      aria-labelledby={name}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={beside}
      aria-selected={isChosen}
      aria-expanded={hasNodes ? !isFolded : undefined}
      tabIndex={isCursor ? 0 : -1}
      data-id={collection.id}
      data-over={isOver}
      title={collection.title}
      className={styles["line"]}
      style={{ paddingInlineStart: `${(level - 1) * INDENT_REM}rem` }}
      {...drag}
    >
      {hasNodes ? (
        <span className={styles["fold"]} data-folds data-folded={isFolded} aria-hidden>
          <ChevronRight size={16} strokeWidth={1.75} />
        </span>
      ) : (
        <span className={styles["fold"]} aria-hidden />
      )}
      <span id={name} className={styles["words"]}>
        <span className={styles["name"]}>{node.name}</span>
        <span className={styles["count"]}>{count}</span>
      </span>
    </div>
  );
}

const INDENT_REM = 1;

/** Where a key moves the cursor to; undefined where it does something else or nothing. */
function targetOf(
  key: string,
  line: TreeLine,
  index: number,
  lines: readonly TreeLine[],
  folded: ReadonlySet<number>,
): TreeLine | undefined {
  const isOpen = line.node.nodes.length > 0 && !folded.has(line.node.collection.id);
  switch (key) {
    case "ArrowDown":
      return lines[index + 1] ?? line;
    case "ArrowUp":
      return lines[index - 1] ?? line;
    case "Home":
      return lines[0];
    case "End":
      return lines.at(-1);
    case "ArrowRight":
      return isOpen ? lines[index + 1] : undefined;
    case "ArrowLeft":
      return isOpen ? undefined : (line.around ?? undefined);
    default:
      return undefined;
  }
}

/** Which are folded: at once, for the next key may be pressed before they are remembered for the next start. */
function useFolding() {
  const { foldedCollections } = useSettings();
  const changeSettings = useChangeSettings();
  const attempt = useAttempt();
  const [folded, setFolded] = useState<ReadonlySet<number>>(() => new Set(foldedCollections));
  return {
    folded,
    fold(id: number, fold: boolean): void {
      const others = [...folded].filter((one) => one !== id);
      const changed = fold ? [...others, id] : others;
      setFolded(new Set(changed));
      void attempt(() => changeSettings({ foldedCollections: changed }));
    },
  };
}
