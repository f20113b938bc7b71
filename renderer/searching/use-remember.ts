/** The search history (搜索记录), kept in the settings. */
import { useCallback, useRef } from "react";
import { REMEMBERED_SEARCHES } from "../../preload/model/settings.ts";
import { useAttempt } from "../ui/notices.tsx";
import { useChangeSettings, useSettings } from "../ui/settings-context.tsx";

/** Answers with a function that puts a query first among those remembered. */
export function useRemember(): (query: string) => void {
  const { searchHistory } = useSettings();
  const known = useRef(searchHistory);
  known.current = searchHistory;
  const changeSettings = useChangeSettings();
  const attempt = useAttempt();
  return useCallback(
    (query) => {
      const history = remembered(known.current, query);
      if (history !== known.current) void attempt(() => changeSettings({ searchHistory: [...history] }));
    },
    [attempt, changeSettings],
  );
}

/** The history with a query at its front, each query once. The very same list where nothing changes. */
export function remembered(history: readonly string[], query: string): readonly string[] {
  const meant = query.trim();
  if (meant === "" || history[0] === meant) return history;
  return [meant, ...history.filter((each) => each !== meant)].slice(0, REMEMBERED_SEARCHES);
}
