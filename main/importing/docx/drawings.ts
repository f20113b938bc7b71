/** Pictures in drawings, of today's kind (DrawingML) and the older one (VML). */
import type { Run } from "../inlines.ts";
import { pictureRun } from "../pictures-in-text.ts";
import type { Story } from "./document.ts";
import type { XmlElement } from "./xml.ts";

/** The picture that an element of a drawing shows; null where it is none. */
export function drawnPicture(element: XmlElement, description: string, story: Story): Run | null {
  switch (element.name) {
    case "a:blip": {
      const id = element.attributes.get("r:embed") ?? element.attributes.get("r:link");
      return id === undefined ? null : picture(id, description, story);
    }
    case "v:imagedata": {
      const id = element.attributes.get("r:id") ?? element.attributes.get("r:href");
      const alt = element.attributes.get("other:title") ?? description;
      return id === undefined ? null : picture(id, alt, story);
    }
    // Drawn by Word from figures that we do not draw.
    case "c:chart":
    case "dgm:relIds":
      return picture(
        element.attributes.get("r:id") ?? element.attributes.get("r:dm") ?? "",
        description,
        story,
      );
    default:
      return null;
  }
}

function picture(id: string, alt: string, story: Story): Run | null {
  const relationship = story.relationships.get(id);
  const target = relationship?.target || `word/media/${id}`;
  // A picture linked from a disk is as little followed as one on a web site.
  const outside = relationship?.external === true && !/^[a-z]+:/i.test(target);
  const taken = story.document.pictures.take(outside ? `file:${target}` : target);
  return taken === "spacer" ? null : pictureRun(taken, alt, null);
}
