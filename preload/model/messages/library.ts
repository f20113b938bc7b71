/** The library: its list, shelves, filters and dialogs, and the words every screen shares. */
import { pair } from "./pair.ts";

export const library = {
  "action.close": pair("关闭", "Close"),
  "action.cancel": pair("取消", "Cancel"),
  "action.retry": pair("重试", "Try again"),
  "action.save": pair("保存", "Save"),
} as const;
