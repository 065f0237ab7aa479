import { spawn } from 'node:child_process';

/** Ends the processes of a run that was killed before it could end them itself. */
export interface Watchdog {
  add(pid: number): void;
  remove(pid: number): void;
  /** Everything was ended in order. */
  dismiss(): void;
}

const script = `live=" "
while read -r act pid; do
  case "$act" in
    add) live="$live$pid " ;;
    remove) live=$(echo "$live" | sed "s/ $pid / /") ;;
    dismiss) exit 0 ;;
  esac
done
for pid in $live; do kill -9 "$pid" 2>/dev/null; done`;

/** Starts the watchdog: a shell that knows which processes live, and that notices when its input ends. */
export function startWatchdog(): Watchdog {
  const shell = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  shell.unref();
  const tell = (line: string): void => {
    shell.stdin.write(`${line}\n`);
  };
  return {
    add: (pid) => tell(`add ${pid}`),
    remove: (pid) => tell(`remove ${pid}`),
    dismiss: () => shell.stdin.end('dismiss\n'),
  };
}

/** Starts a process that is left in peace. */
export function startProcess(path: string, env: NodeJS.ProcessEnv, watchdog: Watchdog): { stop(): Promise<void> } {
  const child = spawn(process.execPath, [path], { env, stdio: 'ignore' });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const { pid } = child;
  if (pid !== undefined) watchdog.add(pid);
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      if (pid !== undefined) watchdog.remove(pid);
    },
  };
}
