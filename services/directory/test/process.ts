import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The directory as a process of its own, which can be killed as machines kill processes. */
export interface DirectoryProcess {
  /** Where it listens. */
  url: string;
  pid: number;
  /** Kills it with no chance to finish anything, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts the service as production does and waits until it listens. */
export async function spawnDirectory(env: Record<string, string>): Promise<DirectoryProcess> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...env, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await listening(child);
  return {
    url,
    pid: child.pid ?? 0,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  const hear = (part: Buffer): void => {
    // What it says later is heard too, so that it never waits for a reader.
    if (said.length < 100_000) said += part.toString();
    const url = /directory listens at (http:\/\/[^\s"]+?)\.?"/.exec(said)?.[1];
    if (url !== undefined) resolve(url);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.once('exit', (code) => reject(new Error(`The process ended with ${code}: ${said}`)));
  return promise;
}
