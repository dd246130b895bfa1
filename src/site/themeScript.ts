/**
 * Sets the reader's chosen theme before the first paint, so that a dark page never flashes white, and the
 * class `js`, by which styles know that what needs JavaScript can be shown.
 * Inline at the top of every body, after the policy in the head, which allows it by its hash: change it here and the policy follows.
 */
export const themeScript =
  "document.documentElement.classList.add('js');try{var t=localStorage.getItem('theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch(e){}";
