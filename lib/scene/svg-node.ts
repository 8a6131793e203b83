/** An element of a drawing. Every renderer of drawings (string, React, PDF) walks this tree and nothing else. */
export type SvgNode = {
  tag: string
  attrs: Readonly<Record<string, string | number>>
  children: readonly (SvgNode | string)[]
}
