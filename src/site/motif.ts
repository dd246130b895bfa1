/**
 * The motif: a copy of a copy of a copy, as a stack of bell curves that narrows and wanders. Icons
 * and social image are drawn from the same run.
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

/** One bell, in pixels of the frame. */
export interface Ridge {
  /** SVG path of the curve, from edge to edge. */
  readonly path: string;
  /** Where the mean is: the top of the curve. */
  readonly x: number;
  readonly top: number;
  readonly foot: number;
  /** One standard deviation. */
  readonly spread: number;
}

const STEPS = 72;
const round = (x: number) => Math.round(x * 10) / 10;

/**
 * The bells from the top of the frame to its foot, each lower one in front of those above it. All
 * have the same height: what changes down the stack is where a curve stands and how wide it is.
 */
export function ridges(bells: readonly Bell[], frame: MotifFrame): Ridge[] {
  const { width, domain, peak } = frame;
  const scale = width / (domain[1] - domain[0]);
  const rise = frame.height * peak;
  const gap = bells.length > 1 ? (frame.height - rise) / (bells.length - 1) : 0;
  return bells.map(({ mu, sigma }, row) => {
    const foot = round(rise + row * gap);
    const x = (mu - domain[0]) * scale;
    const height = (px: number) => foot - rise * Math.exp(-(((px - x) / (sigma * scale)) ** 2) / 2);
    const inside = Array.from({ length: STEPS + 1 }, (_, i) => {
      // From -3.5 to 3.5 standard deviations, closer together in the middle, so that a needle keeps
      // its point.
      const u = (2 * i) / STEPS - 1;
      return x + 3.5 * Math.sign(u) * Math.abs(u) ** 1.3 * sigma * scale;
    }).filter((px) => px > 0 && px < width);
    const points = [0, ...inside, width].map((px) => `${round(px)} ${round(height(px))}`);
    return {
      path: `M${points.join('L')}`,
      x: round(x),
      top: round(foot - rise),
      foot,
      spread: round(sigma * scale),
    };
  });
}
