/** What the site calls itself, wherever it does. */
export const SITE_NAME = 'Model collapse';
export const SITE_LINE =
  'Fit, simulate, fit: what happens to a model of a model of a model, run live in your browser.';
