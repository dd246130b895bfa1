/**
 * The motif: a copy of a copy of a copy, as a stack of bell curves that narrows and wanders. Favicon, home
 * page and social image are drawn from the same list of fits.
 */
export interface Bell {
  readonly mu: number;
  readonly sigma: number;
}

export interface MotifFrame {
  readonly width: number;
  readonly height: number;
  /** Values at the left and right edge. */
  readonly domain: readonly [number, number];
  /** Height of one curve, as a share of the frame. */
  readonly peak: number;
}

const STEPS = 96;
const round = (x: number) => Math.round(x * 10) / 10;

/**
 * One SVG path a bell, from the top of the frame to its foot. Every curve has the same height: what changes
 * down the stack is where it stands and how wide it is.
 */
export function motifPaths(bells: readonly Bell[], frame: MotifFrame): string[] {
  const { width, height, domain, peak } = frame;
  const [min, max] = domain;
  const first = height * peak;
  const gap = bells.length > 1 ? (height - first) / (bells.length - 1) : 0;
  return bells.map(({ mu, sigma }, row) => {
    const foot = first + row * gap;
    const points = Array.from({ length: STEPS + 1 }, (_, i) => {
      // Steps are fine near the centre, so that a narrow curve keeps its top.
      const u = (2 * i) / STEPS - 1;
      const x = mu + 4 * sigma * Math.sign(u) * Math.abs(u) ** 1.3;
      const z = (x - mu) / sigma;
      const px = ((x - min) / (max - min)) * width;
      return [px, foot - first * Math.exp((-z * z) / 2)] as const;
    }).filter(([px]) => px > 0 && px < width);
    return `M0 ${round(foot)}${points.map(([x, y]) => `L${round(x)} ${round(y)}`).join('')}L${width} ${round(foot)}`;
  });
}
