import { LONGEST_SEARCH } from '@/lib/link/story'

/** “/” and Ctrl-K lead to the field, before and without any other script of the page. */
const KEYS = `addEventListener('keydown',function(event){
var field=document.getElementById('site-search'),at=event.target
if(!field||event.defaultPrevented||event.altKey)return
var typing=at.closest&&at.closest('input,textarea,select,[contenteditable]')
var slash=event.key==='/'&&!event.ctrlKey&&!event.metaKey&&!typing
if(!slash&&!((event.ctrlKey||event.metaKey)&&event.key.toLowerCase()==='k'))return
event.preventDefault();field.focus();field.select()})`

/** The search of every page: a form that works without script. */
export function SearchField({ nonce }: { nonce: string | undefined }) {
  return (
    <search className="print:hidden">
      <form action="/search">
        <input
          id="site-search"
          className="w-[13rem] border-b border-faint bg-paper py-1 leading-6 text-ink placeholder:text-muted phone:min-h-11 phone:w-[10rem]"
          type="search"
          name="q"
          maxLength={LONGEST_SEARCH}
          aria-label="Search systems, sites, makers and lists"
          aria-keyshortcuts="/ Control+K"
          placeholder="Search, or press /"
          autoComplete="off"
          enterKeyHint="search"
        />
      </form>
      <script nonce={nonce}>{KEYS}</script>
    </search>
  )
}
