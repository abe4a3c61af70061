/** Runs the project's own commands on another content folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Our command line tool, started without a shell so that it can be stopped. */
const VITE = 'node_modules/vite/bin/vite.js';

function start(args: string[], env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [VITE, ...args], {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}

/** Builds a content folder into `out`, without the last per cent of minifying; what went wrong is in the error. */
export async function build(
  content: string,
  out: string,
  env: Record<string, string> = {},
  options: string[] = [],
): Promise<void> {
  const { child, output } = start(['build', ...options], {
    QUICK_BUILD: '1',
    CONTENT: content,
    OUT_DIR: out,
    ...env,
  });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`the build of ${content} ended with ${code}:\n${output()}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the development server on a content folder. */
export async function develop(content: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const { child, output } = start(['--host', '127.0.0.1', '--port', String(port), '--strictPort'], {
    CONTENT: content,
  });
  await new Promise<void>((ready, fail) => {
    child.stdout?.on('data', () => {
      if (output().includes(`:${port}`)) ready();
    });
    child.once('close', (code) => fail(new Error(`the development server ended with ${code}:\n${output()}`)));
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, 'close');
    },
  };
}
