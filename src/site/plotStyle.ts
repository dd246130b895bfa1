/**
 * The one inline <style> that Observable Plot puts into every chart, and the hash by which the content
 * security policy allows it. Rendered from the installed Plot, so that an upgrade cannot break the charts.
 */
import { createHash } from 'node:crypto';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { PLOT_CLASS } from './plotClass.ts';

/** `sha256-…` of a text, as a content security policy writes it. */
export function cspHash(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

/** The text of Plot's style element for charts of class PLOT_CLASS. */
export function plotStyle(): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const chart = Plot.plot({ document, className: PLOT_CLASS, marks: [] });
  const text = chart.querySelector('style')?.textContent;
  if (!text) throw new Error('Plot renders no style element: is its hash still needed?');
  return text;
}
