/** A screen that nobody sees, for Electron's own runtime on a machine without one. */
import { spawn } from "node:child_process";
import { once } from "node:events";

export interface VirtualDisplay {
  /** As the variable DISPLAY has it: ":99". */
  readonly name: string;
  readonly close: () => void;
}

export async function openVirtualDisplay(): Promise<VirtualDisplay> {
  // It chooses a free number itself and writes it to the third descriptor.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = (await once(server.stdio[3] as NodeJS.ReadableStream, "data")) as [Buffer];
  return { name: `:${number.toString().trim()}`, close: () => server.kill() };
}
