/**
 * Expectations that were looked at in the file and are met in another way, or ask for what the product does otherwise:
 * by file and expectation, with the reason.
 */
export const explained: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
