declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** Set on `globalThis.pdfjsWorker`, it makes pdf.js work in this thread instead of starting another. */
  export const WorkerMessageHandler: unknown;
}
