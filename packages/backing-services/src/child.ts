import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';

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

/** How long a server may take to stop in good order before it is made to. */
const stopWithinMs = 20_000;

/**
 * Starts a server and resolves when it says that it is ready. It ends with us, however we end: a watchdog holds the
 * reading end of a pipe that closes even when we are killed.
 *
 * @throws ChildFailed where it ends before it is ready, or is not ready in time
 */
export async function startChild(options: ChildOptions): Promise<RunningChild> {
  // The watchdog is there first: nothing may run that it does not know of.
  const watchdog = startWatchdog(options.stopSignal);
  const child = spawn(options.command, [...options.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group, so that Ctrl-C reaches us and we stop it in order.
    detached: true,
    ...(options.env === undefined ? {} : { env: options.env }),
    ...options.runAs,
  });
  if (child.pid !== undefined) watchdog.stdin.write(`${child.pid}\n`);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const output = collect(child, options.logFile);
  void ended.then(() => {
    watchdog.kill('SIGKILL');
    output.end();
  });
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    const impatient = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    await ended;
    clearTimeout(impatient);
  };
  try {
    await untilReady(child, options, output, ended);
  } catch (cause) {
    await stop('SIGKILL');
    throw cause;
  }
  let stopping = false;
  return {
    pid: child.pid ?? 0,
    died: new Promise((resolve) => {
      void ended.then(() => {
        if (!stopping) resolve(output.text());
      });
    }),
    stop: async () => {
      stopping = true;
      await stop(options.stopSignal);
    },
  };
}

/** What a server says, its last part kept, all of it in the log. */
interface Output {
  text(): string;
  onText(listener: () => void): void;
  end(): void;
}

function collect(child: ChildProcess, logFile: string | undefined): Output {
  const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
  // A log that cannot be written (a full disk) must not take the server's parent with it.
  log?.on('error', () => {});
  let text = '';
  let listener = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      log?.write(chunk);
      text = (text + chunk).slice(-keptOutput);
      listener();
    });
  }
  return {
    text: () => text,
    onText: (next) => {
      listener = next;
    },
    end: () => log?.end(),
  };
}

async function untilReady(
  child: ChildProcess,
  options: ChildOptions,
  output: Output,
  ended: Promise<void>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const failed = (how: string): ChildFailed => new ChildFailed(options.command, output.text(), how);
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(
        () => reject(failed(`was not ready within ${options.readyTimeoutMs} ms`)),
        options.readyTimeoutMs,
      );
      child.once('error', reject);
      void ended.then(() => reject(failed('ended before it was ready')));
      output.onText(() => {
        if (options.ready.test(output.text())) resolve();
      });
    });
  } finally {
    clearTimeout(timer);
    output.onText(() => {});
  }
}

/**
 * Reads the server's process id, waits for our end of its input to close, which happens when we are gone, and then stops
 * the server.
 */
function startWatchdog(signal: NodeJS.Signals): ChildProcessByStdio<Writable, null, null> {
  const script = `read -r pid || exit; read -r _; kill -${signal.replace('SIG', '')} "$pid" 2>/dev/null`;
  const watchdog = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  // Without a shell there is no watchdog; everything else works.
  for (const part of [watchdog, watchdog.stdin]) part.on('error', () => {});
  watchdog.unref();
  (watchdog.stdin as Writable & { unref?: () => void }).unref?.();
  return watchdog;
}
