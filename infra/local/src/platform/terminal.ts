import { z } from 'zod';

/** What the person who started the platform sees. */
export interface Terminal {
  /** A step that is over and how long it took. */
  done(text: string, startedAt: number): void;
  note(text: string): void;
  warn(text: string): void;
  fail(text: string): void;
  plain(text: string): void;
  /** A line that a process wrote: shown when it is a warning or worse, or everything is asked for. */
  line(process: string, line: string): void;
}

const logLineSchema = z.looseObject({
  /** pino's number, or its name where a logger writes that. */
  level: z.union([z.number(), z.string()]),
  msg: z.string().optional(),
  err: z.looseObject({ message: z.string().optional() }).optional(),
});

/** A process that meets the same trouble again and again says so once in this time; its log has every line. */
const sameNewsMs = 30_000;

function isNews(lastSaid: Map<string, number>, text: string): boolean {
  const now = performance.now();
  const before = lastSaid.get(text);
  if (before !== undefined && now - before < sameNewsMs) return false;
  if (lastSaid.size > 500) lastSaid.clear();
  lastSaid.set(text, now);
  return true;
}

const levels: Record<string, number> = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60 };
const warningLevel = 40;

/** Writes to the standard output; colours only where it is a terminal that wants them. */
export function createTerminal(options: { verbose: boolean }): Terminal {
  const coloured = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  const paint = (code: number, text: string): string => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  const write = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  const lastSaid = new Map<string, number>();
  return {
    done: (text, startedAt) => {
      write(`${paint(32, '✓')} ${text} ${paint(2, `· ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`)}`);
    },
    note: (text) => write(`${paint(2, '•')} ${text}`),
    warn: (text) => write(`${paint(33, '⚠')} ${text}`),
    fail: (text) => {
      process.stderr.write(`\n${paint(31, '✖')} ${text}\n`);
    },
    plain: write,
    line: (name, line) => {
      const { text, level } = readLogLine(line);
      if (level >= warningLevel && isNews(lastSaid, `${name}: ${text}`))
        write(`${paint(level >= 50 ? 31 : 33, '⚠')} ${name}: ${text}`);
      else if (level < warningLevel && options.verbose) write(`${paint(2, name)} ${text}`);
    },
  };
}

/** A line of a log as a person reads it. A line that is not JSON is taken as it is, as information. */
export function readLogLine(line: string): { text: string; level: number } {
  try {
    const { level, msg, err } = logLineSchema.parse(JSON.parse(line));
    const cause = err?.message === undefined || err.message === msg ? '' : ` (${err.message})`;
    return { text: `${msg ?? ''}${cause}`, level: typeof level === 'number' ? level : (levels[level] ?? 30) };
  } catch {
    return { text: line, level: 30 };
  }
}
