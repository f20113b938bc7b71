import { FailureError } from "../../preload/model/result.ts";

const NOT_FOUND: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG", "EINVAL"]);
/** EBUSY: on Windows, a file that another program has locked. */
const DENIED: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EBUSY"]);

/** The failure that a file system error amounts to: not-found, permission-denied, or unreadable for a failing disk. */
export function fileError(error: unknown, path: string): FailureError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (NOT_FOUND.has(code)) return new FailureError("not-found", { path });
  return new FailureError(DENIED.has(code) ? "permission-denied" : "unreadable", { path });
}
