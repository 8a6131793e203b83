/** The part of bidi-js that is used here; the package carries no types of its own. */
declare module 'bidi-js' {
  /** Embedding levels of each UTF-16 unit; an odd level reads from right to left. */
  type EmbeddingLevels = { levels: Uint8Array }
  type Bidi = {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): EmbeddingLevels
    /** The character that mirrors another, or null where none does. */
    getMirroredCharacter(char: string): string | null
  }
  export default function bidiFactory(): Bidi
}
