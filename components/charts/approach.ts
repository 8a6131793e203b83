/** Where a pointer was in the window when it called for the chart; null for the keyboard. */
export type Approach = { clientX: number; clientY: number } | null
