/**
 * Long pages are laid out in pieces. A browser lays out all of a page before it draws the first line of it, and again
 * when the fonts come: on a phone that takes longer than everything else. Opened at its top, a page lays out only what
 * is in sight at first; the other pieces, marked `data-piece` and told of in pieces.css, follow one by one once the
 * fonts are there. Who is quicker gets the whole page at once: a jump leads to where
 * things are, not to where they are thought to be.
 */

/** Runs before anything is drawn. A page opened further down needs what is above first. */
export const PIECES_EARLY = [
  '(function(c){',
  "var n=performance.getEntriesByType('navigation')[0],whole=function(){c.remove('in-pieces')};",
  "if(!n||n.type!=='navigate'||/#/.test(n.name)||!window.CSS||!CSS.supports('content-visibility','auto'))return;",
  "c.add('in-pieces');",
  "['click','keydown'].forEach(function(e){addEventListener(e,whole,{capture:true,once:true})})",
  '})(document.documentElement.classList);',
].join('');

/** Laying out goes on for so long before a frame may be drawn and a key be heard, ms; out of sight, to the end. */
const TURN = 8;
/** Fonts that come later, ms, are not waited for. */
const PATIENCE = 2000;

/**
 * Runs after the first paint, with the fonts on their way in the promise `fonts`: makes the promise `laid` of a page
 * that is laid out, which the page's script waits for before it measures anything.
 */
export const PIECES_LATE = [
  'self.laid=new Promise(function(done){',
  'var c=document.documentElement.classList;',
  "if(!c.contains('in-pieces'))return done();",
  "var pieces=[].slice.call(document.querySelectorAll('[data-piece]')),i=0,",
  'turn=function(){',
  `for(var end=performance.now()+${TURN};i<pieces.length&&(document.hidden||performance.now()<end);i++){`,
  "pieces[i].style.contentVisibility='visible';pieces[i].offsetHeight}",
  "if(i<pieces.length&&c.contains('in-pieces'))return setTimeout(turn);",
  "c.remove('in-pieces');",
  "pieces.forEach(function(p){p.style.contentVisibility=''});",
  'done()},',
  'begin=function(){begin=function(){};turn()};',
  `fonts.then(function(){begin()});setTimeout(function(){begin()},${PATIENCE})`,
  '});',
].join('');
