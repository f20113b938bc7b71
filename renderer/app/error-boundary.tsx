/** The last resort when drawing the window fails: a sentence and a way out, never a white window. */
import { Component, type ReactNode } from "react";
import { say } from "../../preload/model/messages.ts";
import styles from "./error-boundary.module.css";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    // The settings may be what failed; the page's own language is what is left.
    const language = document.documentElement.lang === "en" ? "en" : "zh-CN";
    return (
      <main className={styles["failed"]}>
        <p role="alert">{say(language, "frame.failed")}</p>
        <button type="button" className={styles["reload"]} onClick={() => window.location.reload()}>
          {say(language, "frame.reload")}
        </button>
      </main>
    );
  }
}
