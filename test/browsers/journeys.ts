import type { Tab } from './tab.ts';
export function journeys(_tab: Tab): void {}
