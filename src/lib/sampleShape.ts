/** [skewness, excess kurtosis] of a sample, divisors n; NaN if all values are equal. */
export function sampleShape(values: Float64Array): readonly [skewness: number, kurtosis: number] {
  const n = values.length;
  let sum = 0;
  for (const x of values) sum += x;
  const mean = sum / n;
  let squares = 0;
  let cubes = 0;
  let fourths = 0;
  for (const x of values) {
    const d = x - mean;
    const dd = d * d;
    squares += dd;
    cubes += dd * d;
    fourths += dd * dd;
  }
  const variance = squares / n;
  return [cubes / n / (variance * Math.sqrt(variance)), fourths / n / (variance * variance) - 3];
}
