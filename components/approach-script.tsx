/**
 * Runs before Next's own scripts. Next starts its runtime when the scripts in `self.__next_s` have loaded
 * (`next/dist/client/app-bootstrap`); this one "loads" at the first sign of a pointer, a finger, the keyboard or
 * the wheel. Until then the page is the server's HTML, complete without script, and the processor is left alone.
 * Were Next to ignore it one day, the runtime would start at once and nothing else would change.
 *
 * A choice that is made before the scripts have come would be lost; until `SoftNavigation` ends it, `early` sends the
 * form as the browser does.
 */
const APPROACH = `self.__next_s={length:1,reduce:function(){return new Promise(function(go){
${JSON.stringify(['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'wheel', 'submit', 'change'])}
.forEach(function(sign){addEventListener(sign,function(event){self.approach=event;go()},
{once:true,passive:true,capture:true})})})}}
self.early=new AbortController()
addEventListener('change',function(event){
var form=event.target.form
if(event.target.tagName==='SELECT'&&form&&form.matches('form[data-view]'))form.requestSubmit()
},{signal:self.early.signal})`

/** Lets the page's scripts wait until somebody comes near. */
export function ApproachScript({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce}>{APPROACH}</script>
}
