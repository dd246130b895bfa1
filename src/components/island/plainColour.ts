/** Red, green, blue (0 to 255) and alpha (0 to 1). */
type Channels = readonly number[];

/**
 * A computed colour in the words of SVG 1.1, which has no alpha in a colour and no colour spaces,
 * and its opacity: `rgba(31, 111, 196, 0.2)` is `rgb(31, 111, 196)` of opacity 0.2. What is wholly
 * transparent is `none`; `none` and `url(#id)` stay. Notations other than `rgb()` are left to
 * `paint`.
 */
export function plainColour(
  css: string,
  paint: (css: string) => Channels = painted,
): readonly [colour: string, opacity: number] {
  if (/^(none$|url)/.test(css)) return [css, 1];
  const channels = css.startsWith('rgb') ? (css.match(/[\d.]+/g) ?? []).map(Number) : paint(css);
  const [red, green, blue, alpha = 1] = channels;
  return alpha === 0 ? ['none', 1] : [`rgb(${red}, ${green}, ${blue})`, alpha];
}

/** What the browser paints for a colour. */
function painted(css: string): Channels {
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** What is painted with on a canvas. Throws an Error where the browser has none. */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser paints nothing');
  return context;
}
