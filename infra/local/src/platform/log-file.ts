import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Where everything that a process writes goes. */
export interface LogFile {
  /** Follows a stream, line by line. */
  follow(stream: Readable): void;
  /** The last lines written, oldest first. */
  tail(): readonly string[];
  close(): Promise<void>;
}

/** A log larger than this is set aside (one older one is kept) when it is opened. */
const rotateBytes = 20 * 1024 * 1024;
const tailLines = 15;

/** Opens a log for appending. */
export async function openLogFile(path: string, onLine: (line: string) => void): Promise<LogFile> {
  await mkdir(dirname(path), { recursive: true });
  const size = await stat(path).then(
    (stats) => stats.size,
    () => 0,
  );
  if (size > rotateBytes) await rename(path, `${path}.1`);

  const output = createWriteStream(path, { flags: 'a', mode: 0o600 });
  // A log that cannot be written (a full disk) must not take the platform down with it.
  output.on('error', () => undefined);
  const last: string[] = [];
  return {
    follow: (stream) => {
      createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
        if (line.trim() === '') return;
        last.push(line);
        if (last.length > tailLines) last.shift();
        output.write(`${line}\n`);
        onLine(line);
      });
    },
    tail: () => last,
    close: () => new Promise((resolve) => output.end(resolve)),
  };
}
