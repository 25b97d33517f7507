/** A file as text, which Vite reads. */
declare module '*?raw' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: Vite gives one.
  export default text
}
