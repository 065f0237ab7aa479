import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { baseConfig, ConfigError, describeConfig, type Environment, readConfig } from './config.ts';

const schema = z.object({
  ...baseConfig,
  REMINDER_HOURS: z.coerce.number().int().min(1).default(24).describe('How long before.').meta({ example: '48' }),
});

const credentials = '-----BEGIN NATS USER JWT-----\nabc\n------END NATS USER JWT------\n';

const complete: Environment = {
  PORT: '4002',
  DATABASE_URL: 'postgres://training:s3cret@localhost:5432/training',
  NATS_URL: 'nats://a:4222,nats://b:4222',
  NATS_CREDS: credentials,
  OIDC_ISSUER: 'http://localhost:4000/issuer',
  PUBLIC_URL: 'http://localhost:4000',
};

function complaint(env: Environment): string {
  try {
    readConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a configuration', () => {
  test('takes what is given, and defaults for the rest', () => {
    expect(readConfig(schema, { ...complete, CORS_ORIGINS: 'https://a.example, https://b.example' })).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 4002,
      NATS_URL: ['nats://a:4222', 'nats://b:4222'],
      NATS_CREDS: credentials,
      CORS_ORIGINS: ['https://a.example', 'https://b.example'],
      TRUST_PROXY: false,
      REMINDER_HOURS: 24,
    });
  });

  test('counts an empty variable as absent, and does not mind others', () => {
    expect(readConfig(schema, { ...complete, LOG_LEVEL: '', PATH: '/bin' }).LOG_LEVEL).toBe('info');
  });

  test('takes secrets from files, and credentials from a path too', () => {
    const url = join(folder, 'url');
    const creds = join(folder, 'training.creds');
    writeFileSync(url, 'postgres://training:other@localhost/training\n');
    writeFileSync(creds, credentials);
    const { DATABASE_URL: _url, ...rest } = complete;
    const config = readConfig(schema, { ...rest, DATABASE_URL_FILE: url, NATS_CREDS: creds });
    expect(config.DATABASE_URL).toBe('postgres://training:other@localhost/training');
    expect(config.NATS_CREDS).toBe(credentials);
  });

  test('that is wrong is refused in one message that names every variable and says what it should be', () => {
    const message = complaint({ PORT: '70000', DATABASE_URL: 'mysql://root:s3cret@db/x', LOG_LEVEL: 'loud' });
    expect(message).toContain('PORT is not valid. The port to listen on; 0 takes a free one. For example: 4001');
    expect(message).toContain('DATABASE_URL is not valid.');
    expect(message).toContain('LOG_LEVEL is not valid.');
    expect(message).toContain('NATS_URL is not set.');
    expect(message).toContain('OIDC_ISSUER is not set.');
  });

  test('that is wrong is refused without repeating a value', () => {
    const message = complaint({ ...complete, DATABASE_URL: 'mysql://root:s3cret@db/x', PORT: '4002x' });
    expect(message).not.toContain('s3cret');
    expect(message).not.toContain('4002x');
  });

  test.each([
    [{ PORT: '' }, 'PORT is not set'],
    [{ PORT: '-1' }, 'PORT is not valid'],
    [{ NATS_CREDS: '/does/not/exist' }, 'NATS_CREDS is not valid'],
    [{ PUBLIC_URL: 'http://localhost:4000/training' }, 'PUBLIC_URL is not valid'],
    [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS is not valid'],
    [{ TRUST_PROXY: 'everybody' }, 'TRUST_PROXY is not valid'],
    [{ DATABASE_URL_FILE: '/etc/hosts' }, 'DATABASE_URL and DATABASE_URL_FILE are both set'],
    [{ PORT: '', PORT_FILE: '/does/not/exist' }, 'PORT cannot be read from the file that PORT_FILE names (ENOENT)'],
  ])('says what is wrong with %j', (env, expected) => {
    expect(complaint({ ...complete, ...env })).toContain(expected);
  });

  test.each([
    ['loopback,10.0.0.0/8,::1', ['loopback', '10.0.0.0/8', '::1']],
    ['true', true],
  ])('understands trusted proxies: %s', (text, expected) => {
    expect(readConfig(schema, { ...complete, TRUST_PROXY: text }).TRUST_PROXY).toEqual(expected);
  });
});

describe('the description of a configuration', () => {
  test('has a row for each variable', () => {
    const table = describeConfig(schema);
    expect(table).toContain('| `REMINDER_HOURS` | How long before. | `24` | `48` |');
    expect(table).toContain('| `DATABASE_URL` | The service’s own PostgreSQL database. | **required** |');
    expect(table.split('\n')).toHaveLength(2 + Object.keys(schema.shape).length);
  });

  test('says something of every variable that all services have', () => {
    for (const [name, field] of Object.entries(baseConfig)) expect(field.description, name).toBeTruthy();
  });

  test('is what the README shows', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const rows = (text: string) =>
      text
        .split('\n')
        .filter((line) => line.startsWith('| `'))
        .map((line) => line.replaceAll(/\s+/g, ' '));
    expect(rows(readme)).toEqual(expect.arrayContaining(rows(describeConfig(z.object(baseConfig)))));
  });
});
