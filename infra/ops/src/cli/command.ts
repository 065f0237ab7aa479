import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** Something the person asked for cannot be done; the message says what and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** What a command is given. */
export interface Invocation {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** One command of the `ateneu` command. */
export interface Command {
  /** As it is typed: `dead-letters list`. */
  readonly name: string;
  /** Its words after the name, for the help: `<service> [after]`. */
  readonly usage: string;
  readonly summary: string;
  readonly options?: ParseArgsOptionsConfig;
  /** Does it and returns what is printed with `--json`, and in what words without. */
  readonly run: (invocation: Invocation) => Promise<Outcome>;
}

/** What came of a command. */
export interface Outcome {
  readonly data: unknown;
  readonly text: string;
  /** Whether the answer is a bad one, such as a service that is not ready: the command exits with 1. */
  readonly bad?: boolean;
}

/** Finds the command that the words begin with. @throws CommandError with the list where there is none */
export function findCommand(
  commands: readonly Command[],
  args: readonly string[],
): { command: Command; rest: string[] } {
  const byLength = [...commands].sort((one, other) => other.name.length - one.name.length);
  for (const command of byLength) {
    const words = command.name.split(' ');
    if (words.every((word, index) => args[index] === word)) return { command, rest: args.slice(words.length) };
  }
  throw new CommandError(helpOf(commands));
}

/** Reads the words and options of a command. @throws CommandError where one is not known */
export function readInvocation(command: Command, args: readonly string[]): Invocation & { json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, ...command.options },
    });
    const { json, ...options } = values as Record<string, string | boolean | undefined>;
    return { words: positionals, options, json: json === true };
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\nUsage: ateneu ${command.name} ${command.usage}`);
  }
}

/** Every command, a line each. */
export function helpOf(commands: readonly Command[]): string {
  const lines = commands.map(({ name, usage, summary }) => [`${name} ${usage}`.trim(), summary] as const);
  const width = Math.max(...lines.map(([head]) => head.length));
  return [
    'Usage: ateneu <command> [--json]',
    ...lines.map(([head, summary]) => `  ${head.padEnd(width)}  ${summary}`),
  ].join('\n');
}

/** The words of an invocation, every one needed. @throws CommandError that names the one that is missing */
export function needed(invocation: Invocation, ...names: string[]): string[] {
  return names.map((name, index) => {
    const word = invocation.words[index];
    if (word === undefined) throw new CommandError(`Say which: <${name}> is missing.`);
    return word;
  });
}

/** Rows in columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_unused, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
