/** The reader's settings, for every component, and the one way to change them. */
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext } from "react";
import { defaultSettings, type Settings, type SettingsChange } from "../../preload/model/settings.ts";
import { ask } from "../client.ts";
import { asking, useAsk } from "./queries.ts";

const SettingsContext = createContext<Settings>(defaultSettings);

/** Shows nothing until the settings are known, so that no other theme or language flashes by. */
export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const { data, isPending } = useAsk("readSettings", null);
  if (isPending) return null;
  return <SettingsContext value={data ?? defaultSettings}>{children}</SettingsContext>;
}

export function useSettings(): Settings {
  return useContext(SettingsContext);
}

/** Changes settings at once in the window and then for good; a failed change is taken back. */
export function useChangeSettings(): (change: SettingsChange) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (change) => {
      const { queryKey } = asking("readSettings", null);
      client.setQueryData(queryKey, (settings: Settings | undefined) =>
        settings === undefined ? undefined : { ...settings, ...withoutUndefined(change) },
      );
      try {
        client.setQueryData(queryKey, await ask("changeSettings", change));
      } catch (error) {
        await client.invalidateQueries({ queryKey });
        throw error;
      }
    },
    [client],
  );
}

function withoutUndefined(change: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
