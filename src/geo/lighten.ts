import { presimplify, simplify } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';

/**
 * Cuts away corners by Visvalingam’s method; shared lines stay shared.
 * @param weight the smallest triangle kept, in square units of the topology
 */
export function lighten(whole: Topology, weight: number): Topology {
  return simplify(presimplify(whole as Topology<never>), weight) as Topology;
}
