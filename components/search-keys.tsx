/** “/” and Ctrl-K lead to the search, before and without any other script of the page. */
const KEYS = `addEventListener('keydown',function(event){
var field=document.getElementById('site-search'),at=event.target
if(!field||event.defaultPrevented||event.altKey)return
var typing=at.closest&&at.closest('input,textarea,select,[contenteditable]')
var slash=event.key==='/'&&!event.ctrlKey&&!event.metaKey&&!typing
if(!slash&&!((event.ctrlKey||event.metaKey)&&event.key.toLowerCase()==='k'))return
event.preventDefault();field.focus();field.select()})`

/** Keys that lead to the search from anywhere on a page. */
export function SearchKeys({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce}>{KEYS}</script>
}
