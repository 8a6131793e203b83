/**
 * Lets charts answer pointers, fingers and keys without React: it reads the page as the server sent it. The layer in
 * front of the pages makes a file of it, which every page shares; see `scripts/front`.
 */
export function PointingScript({ nonce, text }: { nonce?: string; text: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a script of our own, made at the build
  return <script nonce={nonce} data-file="" dangerouslySetInnerHTML={{ __html: text }} />
}
