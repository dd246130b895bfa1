/** The `className` of every chart. Plot's inline style depends on it, and the policy allows that style by hash. */
export const PLOT_CLASS = 'plot';
