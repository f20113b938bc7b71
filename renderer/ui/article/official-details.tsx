/** What an official document says of itself: who may read it and how urgent it is at once, the rest where it is asked for. */
import { memo, type ReactNode } from "react";
import type { OfficialDocument } from "../../../preload/model/article.ts";
import { type Language, say } from "../../../preload/model/messages.ts";
import { useArticleSetting } from "./article-context.ts";
import styles from "./official-details.module.css";

export const OfficialDetails = memo(function OfficialDetails(props: {
  readonly official: OfficialDocument;
}): ReactNode {
  const { official } = props;
  const { language } = useArticleSetting();
  const badges = [official.classification, official.urgency].filter((badge) => badge !== "");
  const rows = detailsOf(official, language);
  return (
    <div className={styles["official"]} data-uncounted="">
      {badges.length === 0 ? null : (
        <p className={styles["badges"]}>
          {badges.map((badge) => (
            <span key={badge} className={styles["badge"]}>
              {badge}
            </span>
          ))}
        </p>
      )}
      {rows.length === 0 ? null : (
        <details className={styles["details"]}>
          <summary className={styles["summary"]}>{say(language, "official.details")}</summary>
          <dl className={styles["rows"]}>
            {rows.map(({ name, value }) => (
              <div key={name} className={styles["row"]}>
                <dt className={styles["name"]}>{name}</dt>
                <dd className={styles["value"]}>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
});

function detailsOf(official: OfficialDocument, language: Language) {
  const rows = [
    { name: say(language, "official.document-number"), value: official.documentNumber },
    { name: say(language, "official.issuing-body"), value: official.issuingBody },
    { name: say(language, "official.signer"), value: official.signer },
    { name: say(language, "official.copy-number"), value: official.copyNumber },
    { name: say(language, "official.addressees"), value: official.addressees },
    { name: say(language, "official.attachments"), value: official.attachments.join("\n") },
    { name: say(language, "official.signature"), value: official.signature },
    { name: say(language, "official.signed-on"), value: official.signedOn ?? "" },
    { name: say(language, "official.copied-to"), value: official.copiedTo },
    { name: say(language, "official.printed-by"), value: official.printedBy },
    { name: say(language, "official.printed-on"), value: official.printedOn ?? "" },
  ];
  return rows.filter(({ value }) => value !== "");
}
