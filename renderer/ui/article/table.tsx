/** Tables: within the column where they fit, else scrolling sideways in their own frame. */
import type { ReactNode } from "react";
import type { Block, TableCell } from "../../../preload/model/article.ts";
import { say } from "../../../preload/model/messages.ts";
import styles from "./article.module.css";
import { useArticleSetting } from "./article-context.ts";
import { keyed } from "./keyed.ts";
import { reachable } from "./reachable.ts";

interface TableProps {
  readonly block: Block & { readonly type: "table" };
  /** Passed in, since cells hold blocks and blocks hold tables. */
  readonly renderBlocks: (blocks: readonly Block[]) => ReactNode;
}

export function Table({ block, renderBlocks }: TableProps): ReactNode {
  const { language } = useArticleSetting();
  const rows = keyed(block.rows);
  const firstBodyRow = block.rows.findIndex((row) => !isHeaderRow(row));
  const head = rows.slice(0, firstBodyRow === -1 ? rows.length : firstBodyRow);
  const body = rows.slice(head.length);
  return (
    <section className={styles["tableFrame"]} aria-label={say(language, "reading.table")} {...reachable}>
      <table className={styles["table"]}>
        {head.length === 0 ? null : (
          <thead>
            {head.map(({ key, item }) => (
              <Row key={key} row={item} scope="col" renderBlocks={renderBlocks} />
            ))}
          </thead>
        )}
        <tbody>
          {body.map(({ key, item }) => (
            <Row key={key} row={item} scope="row" renderBlocks={renderBlocks} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function isHeaderRow(row: readonly TableCell[]): boolean {
  return row.length > 0 && row.every((cell) => cell.header);
}

interface RowProps {
  readonly row: readonly TableCell[];
  readonly scope: "row" | "col";
  readonly renderBlocks: TableProps["renderBlocks"];
}

function Row({ row, scope, renderBlocks }: RowProps): ReactNode {
  return (
    <tr>
      {keyed(row).map(({ key, item }) => (
        <Cell key={key} cell={item} scope={scope} renderBlocks={renderBlocks} />
      ))}
    </tr>
  );
}

interface CellProps {
  readonly cell: TableCell;
  readonly scope: "row" | "col";
  readonly renderBlocks: TableProps["renderBlocks"];
}

function Cell({ cell, scope, renderBlocks }: CellProps): ReactNode {
  const spans = {
    ...(cell.columns > 1 ? { colSpan: cell.columns } : {}),
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
  };
  if (cell.header)
    return (
      <th scope={scope} {...spans}>
        {renderBlocks(cell.blocks)}
      </th>
    );
  return <td {...spans}>{renderBlocks(cell.blocks)}</td>;
}
