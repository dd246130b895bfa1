/** Colour arithmetic for the palette's tests. Channels run from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** `#rrggbb` or `#rrggbbaa`. */
export function parseColour(text: string): { rgb: Rgb; alpha: number } {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/i.exec(text);
  if (!match) throw new Error(`not a colour: ${text}`);
  const channel = (i: number) => parseInt(match[i] ?? 'ff', 16) / 255;
  return { rgb: [channel(1), channel(2), channel(3)], alpha: channel(4) };
}

/** What shows where a translucent colour lies on an opaque ground, as browsers blend: in sRGB. */
export function composite(over: Rgb, alpha: number, under: Rgb): Rgb {
  const mix = (i: 0 | 1 | 2) => alpha * over[i] + (1 - alpha) * under[i];
  return [mix(0), mix(1), mix(2)];
}

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * How dichromats see linear sRGB. Machado, Oliveira and Fernandes 2009, "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency", severity 1.
 */
const VISION = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

/** A colour as linear sRGB, seen with the given kind of vision. */
export function seenWith(vision: keyof typeof VISION, [r, g, b]: Rgb): Rgb {
  const light = [linear(r), linear(g), linear(b)] as const;
  const row = (i: 0 | 1 | 2) => {
    const weights = VISION[vision][i];
    const sum = weights[0] * light[0] + weights[1] * light[1] + weights[2] * light[2];
    return Math.min(1, Math.max(0, sum));
  };
  return [row(0), row(1), row(2)];
}

/** OKLab coordinates of a linear sRGB colour (Ottosson 2020). */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How far apart two linear sRGB colours look, in OKLab: black and white are 1 apart. */
export function distance(a: Rgb, b: Rgb): number {
  const [p, q] = [oklab(a), oklab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
