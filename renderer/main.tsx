/** The window's entry: what every component stands on, then the application. */
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode } from "react";
import { I18nProvider } from "react-aria-components";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { ErrorBoundary } from "./app/error-boundary.tsx";
import "./styles/index.css";
import { BookmarkActsProvider } from "./ui/bookmarks/bookmark-acts.tsx";
import { followCommands } from "./ui/commands.ts";
import { NoticesProvider } from "./ui/notices.tsx";
import { createQueryClient, followChanges } from "./ui/queries.ts";
import { SettingsProvider, useSettings } from "./ui/settings-context.tsx";

const client = createQueryClient();
followChanges(client);
followCommands();

/** Numbers and sentences of the components themselves in the interface's language. */
function InLanguage({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useSettings().language}>{children}</I18nProvider>;
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root.");
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <QueryClientProvider client={client}>
        <SettingsProvider>
          <InLanguage>
            <NoticesProvider>
              <BookmarkActsProvider>
                <App />
              </BookmarkActsProvider>
            </NoticesProvider>
          </InLanguage>
        </SettingsProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  </StrictMode>,
);
