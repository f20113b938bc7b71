/** The strip of pictures that came with the article and no article shows. */
import type { ReactNode } from "react";
import type { CorrectionDesk } from "../../preload/model/correction.ts";
import { pictureAddress } from "../client.ts";
import { Button } from "../ui/button.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./correcting.module.css";
import { PICTURE_KIND } from "./drop-place.ts";
import { useSecondClick } from "./second-click.ts";

interface SparePicturesProps {
  readonly pictures: CorrectionDesk["spare"];
  readonly onUse: (image: string) => void;
}

export function SparePictures({ pictures, onUse }: SparePicturesProps): ReactNode {
  const say = useSay();
  const { onPointerDownCapture, once } = useSecondClick();
  if (pictures.length === 0) return null;
  return (
    <section
      className={styles["strip"]}
      aria-label={say("correcting.spare")}
      onPointerDownCapture={onPointerDownCapture}
    >
      <p className={styles["note"]}>
        {say("correcting.spare")} · {say("correcting.spare-how")}
      </p>
      <ul className={styles["spares"]}>
        {pictures.map(({ image }, index) => (
          <li key={image} draggable onDragStart={(event) => event.dataTransfer.setData(PICTURE_KIND, image)}>
            <Button
              look="quiet"
              aria-label={say("correcting.use-spare", { number: index + 1 })}
              onPress={() => once(() => onUse(image))}
            >
              <img className={styles["spare"]} src={pictureAddress(image)} alt="" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
