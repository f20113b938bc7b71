/** The screens of the window. Library and search show articles; the others lie over them. */
export type Screen = "library" | "search" | Overlay;

export type Overlay = "imports" | "bookmarks" | "print" | "settings" | "correcting";
