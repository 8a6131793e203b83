/** A list that a file may be said to be. */
export type EditionChoice = { value: string; label: string }
