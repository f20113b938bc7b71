/**
 * Keeps every page in its place: no navigation, window, webview, download, permission or network request.
 * After Electron's security checklist (electronjs.org/docs/latest/tutorial/security).
 */
import { app, session } from "electron";
import { isOwnUrl, scheme } from "./origin.ts";

/**
 * Before the application is ready: whatever in Chromium might look a name up finds nothing.
 *
 * @param developmentServer is on this machine, and must be found
 */
export function closeNetwork(developmentServer: string | undefined): void {
  if (developmentServer === undefined) app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-background-networking");
  app.commandLine.appendSwitch("disable-component-update");
  app.commandLine.appendSwitch("disable-domain-reliability");
}

/** @param developmentServer the only other address that may be asked, under `npm run dev` */
export function confinePages(developmentServer: string | undefined): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => {
      if (event.url !== contents.getURL()) event.preventDefault();
    });
    contents.on("will-frame-navigate", (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });

  const pages = session.defaultSession;
  pages.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  pages.setPermissionCheckHandler(() => false);
  pages.setDevicePermissionHandler(() => false);
  pages.setSpellCheckerEnabled(false);
  pages.on("will-download", (event) => event.preventDefault());
  pages.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url, developmentServer) });
  });
}

function mayLoad(url: string, developmentServer: string | undefined): boolean {
  if (isOwnUrl(url)) return true;
  const { protocol, host } = new URL(url);
  if (protocol === "devtools:") return true;
  // What the page makes itself: no request leaves for these.
  if (protocol === "blob:" || protocol === "data:")
    return url.startsWith(`blob:${scheme}:`) || protocol === "data:";
  return developmentServer !== undefined && host === new URL(developmentServer).host;
}
