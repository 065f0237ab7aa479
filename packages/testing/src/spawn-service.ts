import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A service as a process of its own, which can be killed as machines kill processes. */
export interface ServiceProcess {
  /** Where it listens. */
  url: string;
  pid: number;
  /** Kills it with no chance to finish anything, and waits until it is gone. */
  kill(): Promise<void>;
}

/** How much of what a process says is remembered, in characters, in case it ends before it listens. */
const remembered = 100_000;

/**
 * Starts a service as production does and waits until it listens.
 *
 * @param name the service, as it calls itself when it listens
 * @param main its entry
 * @throws Error with what it said, where it ends instead
 */
export async function spawnService(name: string, main: string, env: Record<string, string>): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...env, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await listening(name, child);
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

function listening(name: string, child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const announced = new RegExp(`${name} listens at (http://[^\\s"]+?)\\.?"`);
  let said = '';
  const hear = (part: Buffer): void => {
    // What it says later is heard too, so that it never waits for a reader.
    if (said.length < remembered) said += part.toString();
    const url = announced.exec(said)?.[1];
    if (url !== undefined) resolve(url);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.once('exit', (code) => reject(new Error(`The process ended with ${code}: ${said}`)));
  return promise;
}
