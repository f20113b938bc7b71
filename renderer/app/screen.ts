/** The screens of the window. */
export type Screen = "library" | "imports" | "settings";
