/** The map's embed. */
import type { MapData } from '#stage/map/map-data.ts';
import { callOnMap } from '../../story/peek.ts';
import { startView } from '../view-client.ts';
import MapEmbed from './MapEmbed.svelte';

startView<MapData>(MapEmbed, ({ drawn }, event, from) => callOnMap(drawn, event, from));
