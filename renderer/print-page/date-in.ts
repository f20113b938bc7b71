import type { Language } from "../../preload/model/messages.ts";

/** A day as it is printed: `2021-02-05` → `2021年2月5日`, in English as it is. */
export function dateIn(language: Language, date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  if (day === undefined || language === "en") return date;
  return `${year}年${month}月${day}日`;
}
