/** The picture's layout, kept while the view has one size: it is made before the view is shown. */
import { kept } from '../kept.ts';
import { layoutTonnes } from './layout.ts';

/** The layout for a view of a size, px. */
export const keptTonnes = kept(layoutTonnes);
