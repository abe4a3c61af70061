/** The content plugin in a real dev server and a real build, on a copy of the second story. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, createServer, isRunnableDevEnvironment, type InlineConfig, type ViteDevServer } from 'vite';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { Story } from '#model/story.ts';
import { contentPlugin, STORY_UPDATE } from '#content/vite-plugin.ts';
import { changedStory, removeCopies } from '../fixtures/second-story.ts';

const CHAPTER = 'chapters/01-the-last-case.md';
let server: ViteDevServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(removeCopies);

const config = (folder: string): InlineConfig => ({
  configFile: false,
  root: folder,
  logLevel: 'silent',
  appType: 'custom',
  plugins: [contentPlugin({ folder })],
});

interface Payload {
  type: string;
  event?: string;
  err?: { message: string; plugin?: string; loc?: { file?: string; line: number; column: number } };
}

/** A server, and everything it tells open pages. */
async function start(folder: string): Promise<{ payloads: Payload[]; story: () => Promise<Story> }> {
  const started = await createServer({ ...config(folder), server: { middlewareMode: true, ws: false } });
  server = started;
  const payloads: Payload[] = [];
  const { client, ssr } = started.environments;
  client.hot.send = ((payload: Payload) => void payloads.push(payload)) as typeof client.hot.send;
  const story = async (): Promise<Story> => {
    if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('the server environment cannot run modules');
    return ((await ssr.runner.import('virtual:story')) as { default: Story }).default;
  };
  // The watcher reports what was there before as well; edits count from here.
  await new Promise((done) => started.watcher.once('ready', done).add(folder) && setTimeout(done, 500));
  return { payloads, story };
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !condition(); i++) await new Promise((done) => setTimeout(done, 25));
  expect(condition()).toBe(true);
}

function edit(folder: string, file: string, replace: string, by: string): void {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(replace, by));
}

const updates = (payloads: Payload[]): number =>
  payloads.filter(({ type, event }) => type === 'custom' && event === STORY_UPDATE).length;

describe('in development', () => {
  test('an edit shows, a mistake shows in the overlay and goes when mended', async () => {
    const folder = changedStory();
    const { payloads, story } = await start(folder);
    expect((await story()).chapters[0]?.steps[0]?.text).toContain('He recovered');

    edit(folder, CHAPTER, 'He recovered', 'He got well');
    await until(() => updates(payloads) === 1);
    expect((await story()).chapters[0]?.steps[0]?.text).toContain('He got well');

    edit(folder, CHAPTER, 'place:merca', 'place:merka');
    await until(() => payloads.some(({ type }) => type === 'error'));
    const error = payloads.find(({ type }) => type === 'error')?.err;
    expect(error?.message).toContain(
      'second-story/chapters/01-the-last-case.md:19:15 unknown place “merka”. Did you mean “merca”?',
    );
    expect(error?.plugin).toBe('content');
    expect(error?.loc).toEqual({ file: `second-story/${CHAPTER}`, line: 19, column: 15 });
    await expect(story()).rejects.toThrow('unknown place “merka”');

    edit(folder, CHAPTER, 'place:merka', 'place:merca');
    await until(() => updates(payloads) === 2);
    // The empty update is what takes the overlay away.
    expect(payloads.filter(({ type }) => type === 'update').length).toBe(2);
    expect((await story()).chapters).toHaveLength(2);
  });

  test('new and deleted files are noticed', async () => {
    const folder = changedStory();
    const { payloads, story } = await start(folder);
    expect((await story()).corrections).toEqual([]);
    writeFileSync(
      join(folder, 'corrections.yaml'),
      'corrections:\n  - { date: 2026-01-16, where: Step 1, was: a, now: b, why: c }\n',
    );
    await until(() => updates(payloads) === 1);
    expect((await story()).corrections).toHaveLength(1);
    rmSync(join(folder, 'corrections.yaml'));
    await until(() => updates(payloads) === 2);
    expect((await story()).corrections).toEqual([]);
  });

  test('a folder for teaching is watched from its first file on', async () => {
    const folder = changedStory([
      { file: CHAPTER, replace: 'number: 1', by: 'number: 1\nplain: He fell ill. He got well.' },
      {
        file: 'chapters/02-the-proof.md',
        replace: 'number: 2',
        by: 'number: 2\nplain: They looked. It was gone.',
      },
    ]);
    const { payloads, story } = await start(folder);
    expect(await story()).not.toHaveProperty('classroom');
    mkdirSync(join(folder, 'classroom'));
    writeFileSync(join(folder, 'classroom/guide.md'), '## How {#how}\n\nSlowly.\n');
    await until(() => updates(payloads) === 1);
    expect((await story()).classroom?.guide[0]?.html).toBe('<p>Slowly.</p>');
    edit(folder, 'classroom/guide.md', 'Slowly', '[Slowly](place:merka)');
    await until(() => payloads.some(({ type }) => type === 'error'));
    expect(payloads.find(({ type }) => type === 'error')?.err?.loc).toEqual({
      file: 'second-story/classroom/guide.md',
      line: 3,
      column: 16,
    });
  });

  test('the browser cannot import the story', async () => {
    await start(changedStory());
    await expect(server?.environments.client.pluginContainer.resolveId('virtual:story')).rejects.toThrow(
      'virtual:story is for the server build only',
    );
  });
});

describe('in a build', () => {
  const entry = (folder: string): InlineConfig => {
    const main = join(folder, 'main.js');
    writeFileSync(main, "import story from 'virtual:story';\nexport const title = story.meta.title;\n");
    return { ...config(folder), build: { ssr: main, write: false } };
  };

  test('good content is in the bundle', async () => {
    const result = await build(entry(changedStory()));
    expect(JSON.stringify(result)).toContain('How the world made sure that smallpox was gone');
  });

  test('every problem is told and the build fails', async () => {
    const folder = changedStory([
      { file: CHAPTER, replace: 'place:merca', by: 'place:merka' },
      { file: 'events.yaml', replace: 'thread: outbreak', by: 'thread: outbrake' },
    ]);
    const failed = build(entry(folder));
    await expect(failed).rejects.toThrow(
      'second-story/chapters/01-the-last-case.md:19:15 unknown place “merka”',
    );
    await expect(failed).rejects.toThrow('second-story/events.yaml:6:13 unknown thread “outbrake”');
  });
});
