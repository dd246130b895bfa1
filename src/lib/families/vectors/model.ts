/** A d-dimensional normal: its mean, and the lower triangle L with covariance L Lᵀ, row by row. */
export interface Vectors {
  readonly mean: Float64Array;
  /** d × d numbers; those above the diagonal are 0, those on it positive. */
  readonly factor: Float64Array;
}

/** Entry (row, column) of a square matrix of numbers row by row. */
export const entry = (matrix: Float64Array, d: number, row: number, column: number): number =>
  matrix[row * d + column] ?? NaN;
