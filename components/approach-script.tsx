/** How long a choice waits for the page's scripts before it is followed without them. */
const PATIENCE_MS = 8000

/** How long what wakes the page waits for the charts' own data, which somebody will ask for sooner. */
const IDLE_MS = 4000

/** How long after one of these files the next is asked for; to ask for all at once takes a slow phone 50 to 100 ms. */
const APART_MS = 50

/**
 * Runs before Next's own scripts. Next starts its runtime when the scripts in `self.__next_s` have loaded
 * (`next/dist/client/app-bootstrap`); this one "loads" at the first sign of a pointer, a finger, the keyboard or
 * the wheel. Until then the page is the server's HTML, complete without script, and the processor is left alone.
 * Were Next to ignore it one day, the runtime would start at once and nothing else would change.
 *
 * The layer in front of the pages takes Next's scripts out of them, see `scripts/front/later.js`: their addresses stand
 * in `self.later`, in their order. They are fetched at idle, once the charts have what they answer with
 * (`charts/pointing/layer`), and run at that first sign, or at a later one while the server is away. What
 * happens on a chart is no sign, as that answers by itself; `pointer` keeps the last movement for it.
 *
 * A choice that is made before the scripts have come would be lost, or would load the page anew: it is kept in
 * `earlyChoice` for `SoftNavigation`, which ends all this by `early`. Where that does not come in time, the choice is
 * followed as the browser does. A choice is heard by its `input` at the window, before React hears it: React may
 * hydrate the page within that event, and `SoftNavigation` set the controls to the view at hand, so that the `change`
 * which follows would tell of the old one.
 */
const APPROACH = `(function(come){self.__next_s={length:1,reduce:function(){return come}}})(new Promise(function(go){
var signs=${JSON.stringify(['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin', 'wheel', 'submit', 'change', 'click', 'dragenter', 'drop', 'paste'])}
function run(src,done,failed){var script=document.createElement('script')
script.src=src;script.async=false;script.onload=done;script.onerror=failed;document.head.append(script)}
function wake(){var later=self.later||[];self.later=[]
if(!later.length)return go()
run(later[0],function(){later.slice(1).forEach(function(src){run(src)});go()},function(){self.later=later;listen()})}
function sign(event){var target=event.target.nodeType===1?event.target:document.body
if(event.type==='pointermove')self.pointer=event
if(target.closest('[data-chart]')||event.type==='pointermove'&&document.readyState==='loading')return
signs.forEach(function(name){removeEventListener(name,sign,true)})
if(document.readyState==='loading')addEventListener('DOMContentLoaded',wake);else wake()}
function listen(){signs.forEach(function(name){addEventListener(name,sign,{passive:true,capture:true})})}
listen()
self.fetchLater=function(){self.fetchLater=function(){}
;(self.later||[]).forEach(function(src,at){setTimeout(function(){var link=document.createElement('link')
link.rel='prefetch';link.as='script';link.href=src;document.head.append(link)},at*${APART_MS})})}
addEventListener('load',function(){setTimeout(function(){self.fetchLater()},${IDLE_MS})})
}))`

const EARLY_CHOICE = `self.early=new AbortController();
(function(signal){
function keep(query,follow){self.earlyChoice=query;setTimeout(function(){signal.aborted||follow()},${PATIENCE_MS})}
addEventListener('input',function(event){
var form=event.target.form
if(event.target.tagName==='SELECT'&&form&&form.matches('form[data-view]'))
keep(new URLSearchParams(new FormData(form)).toString(),function(){form.requestSubmit()})
},{signal:signal,capture:true})
addEventListener('click',function(event){
var link=event.target.closest&&event.target.closest('a[data-view]')
if(!link||event.button||event.metaKey||event.ctrlKey||event.shiftKey||event.altKey)return
event.preventDefault();keep(link.search.slice(1),function(){location.assign(link.href)})
},{signal:signal})
})(self.early.signal)`

/*
 * What is dropped or pasted is gone with its event, so it is kept as an event of the same kind, which the form has sent
 * again once it listens. Without this, the browser would leave the page for the file that is dropped on it.
 */
const EARLY_FILES = `self.earlyFiles=new AbortController();self.earlyDeliveries=[];
(function(signal){
function held(from){var data=new DataTransfer(),text=from.getData('text/plain')
;[].forEach.call(from.files,function(file){data.items.add(file)})
if(text)data.setData('text/plain',text)
return data}
addEventListener('dragover',function(event){
if(event.dataTransfer&&event.dataTransfer.types.indexOf('Files')>=0)event.preventDefault()
},{signal:signal})
addEventListener('drop',function(event){
if(!event.dataTransfer||!event.dataTransfer.files.length)return
event.preventDefault()
self.earlyDeliveries.push(new DragEvent('drop',{bubbles:true,cancelable:true,dataTransfer:held(event.dataTransfer)}))
},{signal:signal})
addEventListener('paste',function(event){
if(event.target instanceof HTMLInputElement||!event.clipboardData)return
self.earlyDeliveries.push(new ClipboardEvent('paste',{bubbles:true,cancelable:true,clipboardData:held(event.clipboardData)}))
},{signal:signal})
addEventListener('change',function(event){
if(event.target.type==='file')self.earlyDeliveries.push(event.target)
},{signal:signal})
})(self.earlyFiles.signal)`

/** Lets a page's scripts wait until somebody comes near; in every page, as each is complete without them. */
export function ApproachScript({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce}>{APPROACH}</script>
}

/** Keeps a choice that is made early for `SoftNavigation`; other pages follow their links. */
export function EarlyChoiceScript({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce}>{EARLY_CHOICE}</script>
}

/** Keeps files that come early for the forms that take them, see `early-files`. */
export function EarlyFilesScript({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce}>{EARLY_FILES}</script>
}
