/**
 * Fetches the script as soon as its address is known, and runs it after the first frame; a tag of its own would have
 * Chromium wait with it until the whole page is read, which is a second later on a slow phone.
 */
const script = (src: string) => `(function(head,link,frame){
link.rel='preload';link.as='script';link.href=${JSON.stringify(src)};head.append(link)
function run(){if(!link)return;link=null
var script=document.createElement('script');script.src=${JSON.stringify(src)};script.async=false;head.append(script)}
frame(function(){setTimeout(run)});setTimeout(run,2000)
})(document.head,document.createElement('link'),requestAnimationFrame)`

/**
 * Lets charts answer pointers, fingers and keys without React: it reads the page as the server sent it.
 * @param src where the script is to be had; the same for all pages of a build.
 */
export function PointingScript({ nonce, src }: { nonce?: string; src: string }) {
  return <script nonce={nonce}>{script(src)}</script>
}
