/** What the map says itself. */
export const MAP_TEXT = {
  approximateRoutes: 'Routes are approximate: placed by hand, not the ships’ recorded tracks.',
  approximateRoutesShort: 'Routes approximate',
  schematicAround: (centre: string): string => `Schematic: distances from ${centre}`,
  unpublished: 'position not published',
  km: (km: number): string => `${km.toLocaleString('en-GB')} km`,
  legend: 'Map legend',
  disputedLines: 'Disputed or not agreed:',
  marks: {
    attack: 'Place of an attack',
    place: 'Place',
    approximate: 'Position approximate',
    destruction: 'Destruction site',
    ship: 'Ship, placed by date',
    sailed: 'Route sailed',
    ahead: 'Route ahead',
    river: 'On a river',
    area: 'Area: position not published',
  },
} as const;
