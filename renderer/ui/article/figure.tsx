/** A picture with its caption; where the source had none, one quiet line. */
import type { ReactNode } from "react";
import type { Block } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { say } from "../../../preload/model/messages.ts";
import { pictureAddress } from "../../client.ts";
import styles from "./article.module.css";
import { useArticleSetting } from "./article-context.ts";
import { Inlines } from "./inlines.tsx";
import { knownRatio, learnRatio } from "./picture-ratios.ts";

export type FigureBlock = Block & { readonly type: "figure" };

export function Figure({ block }: { block: FigureBlock }): ReactNode {
  const { language, text, drawsPicture } = useArticleSetting();
  const span = text.blocks.get(block);
  const hasCaption = span !== undefined && span.end > span.start;
  if (drawsPicture !== undefined && (block.image === null || !drawsPicture(block.image)))
    return hasCaption ? (
      <figure className={styles["figure"]}>
        <figcaption data-start={span.start}>
          <Inlines content={block.caption} start={span.start} />
        </figcaption>
      </figure>
    ) : null;
  if (block.image === null)
    return (
      <figure className={styles["missingFigure"]}>
        <span data-uncounted="" className={styles["missingLabel"]}>
          {say(language, "reading.missing-picture")}
        </span>
        {hasCaption ? (
          <figcaption data-start={span.start}>
            <Inlines content={block.caption} start={span.start} />
          </figcaption>
        ) : null}
      </figure>
    );
  return (
    <figure className={styles["figure"]}>
      <Picture block={block} image={block.image} />
      {hasCaption ? (
        <figcaption data-start={span.start}>
          <Inlines content={block.caption} start={span.start} />
        </figcaption>
      ) : null}
    </figure>
  );
}

function Picture({ block, image }: { block: FigureBlock; image: string }): ReactNode {
  const { language, onPicture } = useArticleSetting();
  const caption = inlineText(block.caption);
  const ratio = knownRatio(image);
  const picture = (
    <img
      src={pictureAddress(image)}
      alt={block.alt === "" ? caption : block.alt}
      decoding="async"
      style={ratio === undefined ? undefined : { aspectRatio: ratio }}
      onLoad={(event) => learnRatio(image, event.currentTarget)}
    />
  );
  if (onPicture === undefined) return picture;
  return (
    <button
      type="button"
      data-picture={image}
      data-uncounted=""
      className={styles["pictureButton"]}
      aria-label={say(language, "reading.enlarge", { caption: block.alt === "" ? caption : block.alt })}
      onClick={() => onPicture({ image, block })}
    >
      {picture}
    </button>
  );
}
