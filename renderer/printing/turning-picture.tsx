/** How the stack is turned, drawn: printed fronts up, an arrow over the edge it turns on, blank backs up. */
import type { ReactNode } from "react";
import { useSay } from "../ui/language.ts";
import styles from "./duplex.module.css";

/** Of a sheet, in units of the picture: A4 upright, or lying where the pages are landscape. */
const upright = { width: 64, height: 90 };
const lying = { width: 90, height: 64 };

export function TurningPicture({ landscape }: { readonly landscape: boolean }): ReactNode {
  const say = useSay();
  const sheet = landscape ? lying : upright;
  const top = (110 - sheet.height) / 2;
  return (
    <svg
      className={styles["picture"]}
      viewBox="0 0 320 140"
      role="img"
      aria-label={`${say("duplex.drawing")}：${say(landscape ? "duplex.flip-short" : "duplex.flip-long")}`}
    >
      <Stack x={20} y={top} {...sheet} isPrinted />
      <text x={20 + sheet.width / 2} y={132} textAnchor="middle">
        {say("duplex.front")}
      </text>
      {/* A sheet of portrait pages turns on its long edge, like a book's; of landscape pages, top over bottom. */}
      {landscape ? (
        <path
          className={styles["arrow"]}
          d="M160 20 C 190 30, 190 80, 160 90 M160 90 l 12 -1 M160 90 l 5 -11"
        />
      ) : (
        <path
          className={styles["arrow"]}
          d="M120 70 C 130 28, 190 28, 200 70 M200 70 l -10 -6 M200 70 l 5 -11"
        />
      )}
      <Stack x={300 - sheet.width} y={top} {...sheet} isPrinted={false} />
      <text x={300 - sheet.width / 2} y={132} textAnchor="middle">
        {say("duplex.back")}
      </text>
    </svg>
  );
}

interface StackProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isPrinted: boolean;
}

const LINES = [0.16, 0.28, 0.4, 0.52, 0.64, 0.76, 0.88] as const;

function Stack({ x, y, width, height, isPrinted }: StackProps): ReactNode {
  const sheets = [6, 3, 0] as const;
  return (
    <g>
      {sheets.map((behind) => (
        <rect
          key={behind}
          className={styles["sheet"]}
          x={x + behind}
          y={y + behind}
          width={width}
          height={height}
        />
      ))}
      {isPrinted
        ? LINES.map((at) => (
            <line
              key={at}
              className={styles["line"]}
              x1={x + 9}
              x2={x + width - 9}
              y1={y + height * at}
              y2={y + height * at}
            />
          ))
        : null}
    </g>
  );
}
