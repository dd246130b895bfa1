import type { Tab } from './tab.ts';
export function styles(_tab: Tab): void {}
