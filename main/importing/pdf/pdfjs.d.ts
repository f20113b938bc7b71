/** The part of pdf.js that is used here: its own types speak of the browser's. */
declare module "pdfjs-dist/legacy/build/pdf.worker.min.mjs";

declare module "pdfjs-dist/legacy/build/pdf.min.mjs" {
  export interface PdfObjects {
    get(id: string, whenThere: (value: unknown) => void, whenLost?: () => void): void;
    /** Throws where it is not there yet. */
    get(id: string): unknown;
    has(id: string): boolean;
  }

  export interface PdfPage {
    readonly commonObjs: PdfObjects;
    readonly objs: PdfObjects;
    /** Degrees, clockwise. */
    readonly rotate: number;
    getViewport(options: { readonly scale: number }): {
      readonly width: number;
      readonly height: number;
      readonly transform: readonly number[];
    };
    getOperatorList(): Promise<{
      readonly fnArray: readonly number[];
      readonly argsArray: readonly unknown[];
    }>;
    cleanup(): boolean;
  }

  export interface PdfOutlineItem {
    readonly title: string;
    readonly dest: unknown;
    readonly items: readonly PdfOutlineItem[];
  }

  export interface PdfDocument {
    readonly numPages: number;
    getPage(number: number): Promise<PdfPage>;
    getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
    getOutline(): Promise<readonly PdfOutlineItem[] | null>;
    getDestination(name: string): Promise<readonly unknown[] | null>;
    getPageIndex(reference: unknown): Promise<number>;
    getPageLabels(): Promise<readonly string[] | null>;
    getOptionalContentConfig(): Promise<{ isVisible(group: unknown): boolean }>;
  }

  export const OPS: Readonly<Record<string, number>>;

  export function getDocument(source: Readonly<Record<string, unknown>>): {
    readonly promise: Promise<PdfDocument>;
    destroy(): Promise<void>;
  };
}
