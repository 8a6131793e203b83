/**
 * Lets charts answer pointers, fingers and keys without React: it reads the page as the server sent it.
 * @param src where the script is to be had; the same for all pages of a build.
 */
export function PointingScript({ nonce, src }: { nonce?: string; src: string }) {
  return <script nonce={nonce} src={src} defer />
}
