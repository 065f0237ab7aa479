import { readFileSync } from 'node:fs';

import type { z } from 'zod';

/** The configuration cannot be used. The message lists everything that is wrong with it, and holds no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a service's configuration from environment variables. `NAME_FILE` may hold the path of a file with the value of
 * `NAME` instead, which is how container secrets arrive. An empty variable counts as absent.
 *
 * @throws ConfigError one message with every variable that is missing or wrong, and what it should look like
 */
export function readConfig<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  env: Environment,
): z.output<z.ZodObject<Shape>> {
  const complaints = new Map<string, string>();
  const values: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const { value, complaint } = readVariable(name, env);
    if (value !== undefined) values[name] = value;
    if (complaint !== undefined) complaints.set(name, complaint);
  }
  const result = schema.safeParse(values);
  if (result.success && complaints.size === 0) return result.data;
  for (const issue of result.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (complaints.has(name)) continue;
    complaints.set(name, `${name in values ? 'is not valid' : 'is not set'}. ${expectationOf(schema, name)}`);
  }
  const list = [...complaints].map(([name, complaint]) => `  - ${name} ${complaint}`);
  throw new ConfigError(`The configuration cannot be used:\n${list.join('\n')}`);
}

function readVariable(name: string, env: Environment): { value?: string; complaint?: string } {
  const value = env[name] ?? '';
  const file = env[`${name}_FILE`] ?? '';
  if (file === '') return value === '' ? {} : { value };
  if (value !== '') return { complaint: `and ${name}_FILE are both set. Keep one.` };
  try {
    return { value: readFileSync(file, 'utf8').trimEnd() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { complaint: `cannot be read from the file that ${name}_FILE names (${code ?? 'unknown error'}).` };
  }
}

function expectationOf(schema: z.ZodObject, name: string): string {
  const field = fieldOf(schema, name);
  return [field.description, field.example === undefined ? undefined : `For example: ${field.example}`]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** What the documentation of one variable is made of. */
interface ConfigField {
  description: string;
  example: string | undefined;
  fallback: string | undefined;
  optional: boolean;
}

function fieldOf(schema: z.ZodObject, name: string): ConfigField {
  const field = schema.shape[name] as z.ZodType | undefined;
  const meta = field?.meta() ?? {};
  const absent = field?.safeParse(undefined);
  return {
    description: field?.description ?? '',
    example: typeof meta['example'] === 'string' ? meta['example'] : undefined,
    fallback: absent?.success === true && absent.data !== undefined ? textOf(absent.data) : undefined,
    optional: absent?.success === true,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Renders a configuration as a Markdown table for a README: variable, what it is, default or example. */
export function describeConfig(schema: z.ZodObject): string {
  const rows = Object.keys(schema.shape).map((name) => {
    const field = fieldOf(schema, name);
    const fallback = field.optional ? code(field.fallback) : '**required**';
    return `| \`${name}\` | ${field.description.replaceAll('|', '\\|')} | ${fallback} | ${code(field.example)} |`;
  });
  return ['| variable | what it is | default | example |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function code(value: string | undefined): string {
  return value === undefined || value === '' || value === '[]' ? '' : `\`${value}\``;
}

export { type AppConfig, baseConfig, type BaseConfig, type ProcessConfig, type TracingConfig } from './base-config.ts';
