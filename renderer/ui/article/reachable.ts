/** What scrolls on its own must be reachable by keyboard, or its hidden part can be read with a mouse only. */
export const reachable = { tabIndex: 0 } as const;
