/** What came of asking for a file. */
export type Delivered =
  | { kind: 'file'; file: File; note: string | null }
  /** The server answered, and said why not. */
  | { kind: 'refused'; message: string }
