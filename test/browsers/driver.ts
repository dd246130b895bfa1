/** The three browsers that the site is proved in. */
export const BROWSERS = ['chromium', 'firefox', 'webkit'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Keys by the names that `KeyboardEvent.key` gives them. */
export type Key = 'ArrowLeft' | 'ArrowRight' | 'Enter' | 'Home' | 'End' | 'Tab';

/** What a test may do in any of the browsers: one window, driven from outside. */
export interface Driver {
  /** Goes to an address and waits until the page has loaded. */
  goto(url: string): Promise<void>;
  /** Runs a function of its own, that is one that refers to nothing around it, in the page. */
  run<A extends unknown[], R>(act: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Clicks an element that is in view with the mouse. */
  click(selector: string): Promise<void>;
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** What the browser itself has reported: console errors, exceptions, failed requests. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Where a browser is on this machine. */
export interface Found {
  readonly path: string;
  /** What it needs beside the usual environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly version: string;
}

/** Why a browser is not to be had, and the way to get it. */
export interface Missing {
  readonly missing: string;
}

/** Milliseconds that a page may take to do as it is told, on a machine that is slow and busy. */
export const PATIENCE = 60_000;

/** Unfolds what an element is in, and brings it to where nothing lies over it. In the page. */
export function bringIntoView(selector: string): void {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing to click: ${selector}`);
  const summary = element.closest('summary');
  for (let fold = (summary?.parentElement ?? element).parentElement?.closest('details'); fold;) {
    fold.open = true;
    fold = fold.parentElement?.closest('details');
  }
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
}
