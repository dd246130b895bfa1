/**
 * A circle of the types 0 to `types` - 1 in which each row of `length` types stands exactly once,
 * so that after any `length` - 1 of them all types are equally likely: a de Bruijn sequence, by the
 * concatenation of Lyndon words. Source: Fredricksen & Maiorana 1978, Discrete Mathematics 23.
 */
export function circleOf(types: number, length: number): Int32Array {
  const circle: number[] = [];
  const word = new Array<number>(length + 1).fill(0);
  const extend = (t: number, period: number) => {
    if (t > length) {
      if (length % period === 0) circle.push(...word.slice(1, period + 1));
      return;
    }
    const copied = word[t - period] ?? 0;
    word[t] = copied;
    extend(t + 1, period);
    for (let type = copied + 1; type < types; type++) {
      word[t] = type;
      extend(t + 1, t);
    }
  };
  extend(1, 1);
  return Int32Array.from(circle);
}
