/** Puts the text alternative of each step's scene into its article, for readers who do not see the stage. */
import { loadJson } from '#site/load-json.ts';
import { SCENE_TEXTS } from './page-data.ts';

export type SceneTexts = Record<string, string>;

/** Nothing on the page depends on them: where they cannot be had, the stage's own names remain. */
export async function addSceneTexts(articles: readonly HTMLElement[]): Promise<void> {
  const texts = await loadJson<SceneTexts>(SCENE_TEXTS).catch(() => undefined);
  if (texts) putSceneTexts(articles, texts);
}

/** @param texts by the ids of the steps */
export function putSceneTexts(articles: readonly HTMLElement[], texts: SceneTexts): void {
  for (const article of articles) {
    const text = texts[article.dataset['step'] ?? ''];
    if (!text) continue;
    const paragraph = document.createElement('p');
    paragraph.className = 'visually-hidden scene-text';
    paragraph.textContent = text;
    article.querySelector('h2, h3')?.after(paragraph);
  }
}
