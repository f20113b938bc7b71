/** Long work of the database thread, cut into slices: it yields between them, so that other calls are answered meanwhile. */
export type Sliced<Output> = Generator<undefined, Output>;
