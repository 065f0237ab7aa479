import { describe, expect, test } from 'vitest';

import { ConfigError } from './config.ts';
import { explainStartupFailure, StartupError } from './startup-failure.ts';

const config = {
  HOST: '127.0.0.1',
  PORT: 4002,
  DATABASE_URL: 'postgres://training:s3cret@db.internal:5432/training',
  NATS_URL: ['nats://broker.internal:4222'],
};

function named(name: string, message: string, properties: object = {}): Error {
  return Object.assign(new Error(message), { name }, properties);
}

function coded(code: string, properties: object = {}, message = 'driver words'): Error {
  return Object.assign(new Error(message), { code }, properties);
}

describe('why a service cannot start', () => {
  test.each([
    ['a taken port', coded('EADDRINUSE'), 'Port 4002 on 127.0.0.1 is already taken.'],
    ['a port below 1024', coded('EACCES'), 'Set PORT to one above 1023.'],
    ['a foreign address', coded('EADDRNOTAVAIL'), 'This machine has no address 127.0.0.1.'],
    ['a wrong password', coded('28P01'), 'The database at db.internal:5432/training refuses the user or the password'],
    ['a missing database', coded('3D000'), 'There is no such database at db.internal:5432/training.'],
    ['a full database', coded('53300'), 'has no connection left'],
    ['a database that starts', coded('57P03'), 'is starting up or shutting down'],
    [
      'a database that is away',
      coded('ECONNREFUSED', { port: 5432 }),
      'The database at db.internal:5432/training does not answer.',
    ],
    [
      'a database nobody knows',
      coded('ENOTFOUND', { hostname: 'db.internal' }),
      'The database at db.internal:5432/training does not answer.',
    ],
    [
      'a silent database',
      new Error('timeout exceeded when trying to connect'),
      'The database at db.internal:5432/training does not answer.',
    ],
    [
      'a broker that is away',
      named('ConnectionError', 'connection refused', { cause: coded('ECONNREFUSED', { port: 4222 }) }),
      'The broker at broker.internal:4222 does not answer.',
    ],
    [
      'a broker nobody knows',
      coded('ENOTFOUND', { hostname: 'broker.internal' }),
      'The broker at broker.internal:4222 does not answer.',
    ],
    [
      'credentials that are refused',
      named('AuthorizationError', 'Authorization Violation'),
      'refuses the credentials in NATS_CREDS',
    ],
    ['a schema that is behind', named('SchemaBehindError', 'The database is behind. Run "migrate".'), 'Run "migrate".'],
    ['a newer schema', named('SchemaNewerError', 'The database is newer.'), 'The database is newer.'],
    ['its configuration', new ConfigError('The configuration cannot be used:'), 'The configuration cannot be used:'],
    [
      'what a composition says itself',
      new StartupError('No mail server. Set SMTP_URL.'),
      'No mail server. Set SMTP_URL.',
    ],
  ])('is told in a sentence for %s, also where it is wrapped', (_what, error, sentence) => {
    for (const thrown of [error, new Error('outer', { cause: error }), new AggregateError([error], 'many')]) {
      const message = explainStartupFailure(thrown, 'training', config);
      expect(message).toMatch(/^training cannot start\. /);
      expect(message).toContain(sentence);
      expect(message).not.toContain('s3cret');
      expect(message).not.toContain('    at ');
    }
  });

  test('is the whole error where nobody foresaw it', () => {
    const message = explainStartupFailure(new RangeError('what?'), 'training', config);
    expect(message).toContain('RangeError: what?');
    expect(message).toContain('startup-failure.unit.spec');
    expect(explainStartupFailure('text', 'training', {})).toBe('training cannot start. text');
  });
});
