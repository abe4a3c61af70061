/** A scene as written, checked and with its dates as instants. */
import { parseDate } from '#model/dates.ts';
import { NO_FILTER, type LonLat, type Panel, type Scene } from '#model/scene.ts';
import { FOCUS, type Known } from '../check/known.ts';
import type { Path, YamlData } from '../files/yaml.ts';
import type { ContentProblem } from '../problem.ts';
import type { SceneSpec } from '../schema/index.ts';

/** @param at where the scene stands in `yaml`. */
export function compileScene(
  spec: SceneSpec,
  yaml: YamlData,
  at: Path,
  known: Known,
  problems: ContentProblem[],
): Scene {
  const report = (sub: Path, message: string, hint: { suggestion?: string } = {}): void => {
    problems.push({ file: yaml.name, ...yaml.placeOf([...at, ...sub]), message, ...hint });
  };
  const { camera, focus, panel } = spec;
  if (typeof camera === 'string') {
    const fault = known.fault(['camera'], camera);
    if (fault) report(['camera'], fault.message, fault);
  }
  for (const [i, id] of focus.entries()) {
    const fault = known.fault(FOCUS, id);
    if (fault) report(['focus', i], fault.message, fault);
    else if (focus.indexOf(id) < i) report(['focus', i], `“${id}” is in the focus already`);
  }
  if (panel === 'positions' && !focus.some((id) => known.has(['position'], id))) {
    report(['panel'], 'the panel “positions” shows the positions named in the focus, and it names none');
  }
  const cursor = parseDate(spec.at);
  const span = parseDate(spec.span);
  if (span.precision !== 'interval') {
    report(['span'], `the span must be an interval such as 2013-08-01/2013-09-30, not “${spec.span}”`);
  } else if (cursor.end <= span.start || cursor.start >= span.end) {
    report(['at'], `the date ${spec.at} lies outside the scene’s span ${spec.span}`);
  }
  return {
    at: { ms: cursor.start, offset: cursor.offset },
    span: [span.start, span.end],
    camera:
      typeof camera === 'string'
        ? camera
        : { centre: camera.centre as unknown as LonLat, width: camera.width },
    focus: [...focus],
    filter: { ...NO_FILTER, threads: [], actors: [], places: [] },
    panel: panel as Panel,
  };
}
