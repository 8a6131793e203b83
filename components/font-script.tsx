/**
 * Fetches Inter once the page has loaded, and sets in it what cannot move by that: the drawings, whose texts have their
 * places. Words are set in it from the next page on, where it comes from the browser's own store before anything is
 * painted; on this page they stay in the local font of its widths, so that no line ever breaks anew under a reader.
 */
const script = (family: string) => `(function(root,faces){
try{if(localStorage.getItem('inter'))root.dataset.inter='words'}catch(e){}
addEventListener('load',function(){setTimeout(function(){
Promise.all([400,600].map(function(weight){return faces.load(weight+' 1em '+${JSON.stringify(family)})})).then(function(){
root.dataset.inter=root.dataset.inter||'drawings'
try{localStorage.setItem('inter','1')}catch(e){}
},function(){})})})
})(document.documentElement,document.fonts)`

/**
 * Lets a page be set in Inter without waiting for it, and without moving when it comes.
 * @param family its name in style sheets.
 */
export function FontScript({ nonce, family }: { nonce?: string; family: string }) {
  return <script nonce={nonce}>{script(family)}</script>
}
