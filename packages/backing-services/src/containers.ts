import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
let answer: Promise<boolean> | undefined;

/** Whether a container engine is there and answers. `ATENEU_NO_CONTAINERS=1` says that it is not to be asked. */
export async function engineAnswers(): Promise<boolean> {
  if (process.env['ATENEU_NO_CONTAINERS'] === '1') return false;
  answer ??= run('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 3_000 }).then(
    () => true,
    () => false,
  );
  return answer;
}

/** What went wrong with a container, in one line. */
export function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).trim().split('\n')[0] ?? '';
}
