/** How a picture lies in the viewer: pure geometry, in CSS pixels, with the middle of the stage as origin. */
export interface View {
  /** Screen pixels for one pixel of the picture. */
  readonly scale: number;
  /** Where the picture's middle stands. */
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One press of + or one notch of the wheel. */
export const ZOOM_STEP = 1.25;
const LARGEST_SCALE = 16;

/** The whole picture in the stage; a small one is not blown up. */
export function fitted(picture: Size, stage: Size): View {
  return { scale: Math.min(1, stage.width / picture.width, stage.height / picture.height), x: 0, y: 0 };
}

/** Zooms so that what is under `at` stays there; never smaller than fitted, never over sixteenfold. */
export function zoomed(
  view: View,
  by: number,
  at: { x: number; y: number },
  picture: Size,
  stage: Size,
): View {
  const smallest = fitted(picture, stage).scale;
  const scale = Math.min(LARGEST_SCALE, Math.max(smallest, view.scale * by));
  const ratio = scale / view.scale;
  const moved = { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
  return kept(moved, picture, stage);
}

export function panned(view: View, by: { x: number; y: number }, picture: Size, stage: Size): View {
  return kept({ scale: view.scale, x: view.x + by.x, y: view.y + by.y }, picture, stage);
}

/** Keeps the picture over the stage: where it is larger its edges stay outside, where it is smaller it is centred. */
function kept(view: View, picture: Size, stage: Size): View {
  const room = (length: number, frame: number) => Math.max(0, (length * view.scale - frame) / 2);
  const within = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value));
  return {
    scale: view.scale,
    x: within(view.x, room(picture.width, stage.width)) || 0,
    y: within(view.y, room(picture.height, stage.height)) || 0,
  };
}
