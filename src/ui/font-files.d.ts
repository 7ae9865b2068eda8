declare module '*.woff2' {
  /** Address that the file is served at. */
  const url: string;
  export default url;
}
