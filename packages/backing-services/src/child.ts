import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';

/** How to run a server as a child process. */
export interface ChildOptions {
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** The user to run as, where this process may choose. */
  runAs?: { uid: number; gid: number } | undefined;
  /** A line of its output that means that it is ready. */
  ready: RegExp;
  /** All it says goes here as well. */
  logFile?: string | undefined;
  /** The signal that ends it in good order. */
  stopSignal: NodeJS.Signals;
  readyTimeoutMs: number;
}

/** A server that runs as our child. */
export interface RunningChild {
  readonly pid: number;
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** The server ended, or said nothing for too long, before it was ready. */
export class ChildFailed extends Error {
  override readonly name = 'ChildFailed';
  /** The last of what it said. */
  readonly output: string;

  constructor(command: string, output: string, how: string) {
    super(`${command} ${how}`);
    this.output = output;
  }
}

const keptOutput = 8_000;

/**
 * Starts a server and resolves when it says that it is ready. It ends with us, however we end: a watchdog holds the
 * reading end of a pipe that closes even when we are killed.
 */
export async function startChild(options: ChildOptions): Promise<RunningChild> {
  const child = spawn(options.command, [...options.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group, so that Ctrl-C reaches us and we stop it in order.
    detached: true,
    ...(options.env === undefined ? {} : { env: options.env }),
    ...options.runAs,
  });
  const log = options.logFile === undefined ? undefined : createWriteStream(options.logFile, { flags: 'a' });
  const output = collect(child, log);
  let stopping = false;
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  try {
    await untilReady(child, options, output, ended);
  } catch (cause) {
    child.kill('SIGKILL');
    throw cause;
  }
  const pid = child.pid ?? 0;
  const watchdog = watch(pid, options);
  child.unref();
  return {
    pid,
    died: new Promise((resolve) => {
      void ended.then(() => {
        watchdog.kill('SIGKILL');
        log?.end();
        if (!stopping) resolve(output.text());
      });
    }),
    stop: async () => {
      stopping = true;
      child.kill(options.stopSignal);
      await ended;
    },
  };
}

function collect(
  child: ChildProcess,
  log: WriteStream | undefined,
): { text: () => string; onLine: (fn: (line: string) => void) => void } {
  let text = '';
  const listeners: ((line: string) => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      log?.write(chunk);
      text = (text + chunk).slice(-keptOutput);
      for (const line of chunk.split('\n')) listeners.forEach((listener) => listener(line));
    });
  }
  return { text: () => text, onLine: (fn) => void listeners.push(fn) };
}

async function untilReady(
  child: ChildProcess,
  options: ChildOptions,
  output: ReturnType<typeof collect>,
  ended: Promise<void>,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () =>
        reject(new ChildFailed(options.command, output.text(), `was not ready within ${options.readyTimeoutMs} ms`)),
      options.readyTimeoutMs,
    );
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      finish();
    };
    output.onLine((line) => {
      if (options.ready.test(line)) settle(resolve);
    });
    child.once('error', (cause) => settle(() => reject(cause)));
    void ended.then(() =>
      settle(() => reject(new ChildFailed(options.command, output.text(), 'ended before it was ready'))),
    );
  });
}

/** Waits for our end of its input to close, which happens when we are gone, and then stops the server. */
function watch(pid: number, options: ChildOptions): ChildProcess {
  const script = `cat >/dev/null; kill -${options.stopSignal.replace('SIG', '')} ${pid} 2>/dev/null`;
  const watchdog = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  watchdog.unref();
  (watchdog.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return watchdog;
}
