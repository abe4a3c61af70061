/** The chart's layout, kept while the view has one size: it is made before the view is shown. */
import { kept } from '../kept.ts';
import type { ChartData } from './chart-data.ts';
import { headOf, type ChartSize } from './geometry.ts';
import { layoutChart } from './layout.ts';

/** The layout under the headline, for a view of a size, px. */
export const keptChart = kept((data: ChartData, size: ChartSize) =>
  layoutChart(data, { ...size, head: headOf(size) }),
);
