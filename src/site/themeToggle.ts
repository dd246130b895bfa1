/**
 * The button that turns the page light or dark. It is hidden until this script runs, since without
 * script the page follows the system. A choice that equals the system's is forgotten, so that the
 * page follows again.
 */
const button = document.querySelector<HTMLButtonElement>('.theme-toggle');
const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');

const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
const show = () => button?.setAttribute('aria-pressed', String(isDark()));

function choose(dark: boolean): void {
  const theme = dark === system.matches ? null : dark ? 'dark' : 'light';
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  try {
    if (theme) localStorage.setItem('theme', theme);
    else localStorage.removeItem('theme');
  } catch {
    // Storage is refused in some private windows: the choice then lasts as long as the page.
  }
  show();
}

if (button) {
  button.hidden = false;
  button.addEventListener('click', () => choose(!isDark()));
  system.addEventListener('change', show);
  show();
}
