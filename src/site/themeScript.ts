/**
 * Sets the reader's chosen theme before the first paint, so that a dark page never flashes white,
 * and the class `js`, by which styles know that what needs JavaScript can be shown. Where the first
 * script of the demos does not come, the page is again what it is without JavaScript, and says so
 * (`unloaded`). Inline at the top of every body, after the policy in the head, which allows it by
 * its hash: change it here and the policy follows.
 */
export const themeScript =
  "{const d=document.documentElement;d.classList.add('js');addEventListener('error',function(e){if(/\\/Demo[^/]*\\.js$/.test(e.target.src))d.className='unloaded'},true);try{const t=localStorage.getItem('theme');if(t==='dark'||t==='light')d.dataset.theme=t}catch(e){}}";
