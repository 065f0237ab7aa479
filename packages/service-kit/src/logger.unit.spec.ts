import { runInContext } from '@ateneu/kernel';
import { describe, expect, test } from 'vitest';

import { errorForLog } from './error-for-log.ts';
import { createLogger } from './logger.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(createLogger({ service: 'training', level: 'debug', destination: { write: (line) => lines.push(line) } }));
  return JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
}

describe('a line of the log', () => {
  test('says when, how serious and which service', () => {
    expect(logged((logger) => logger.warn({ count: 3 }, 'Careful.'))).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      service: 'training',
      count: 3,
      msg: 'Careful.',
    });
  });

  test('has no secret and nobody’s address in it', () => {
    const line = logged((logger) =>
      logger.info({
        authorization: 'Bearer s3cret',
        email: 'carme@ateneu.example',
        request: { token: 's3cret', headers: { authorization: 's3cret', cookie: 's3cret' } },
        partner: { apiKey: 's3cret', name: 'Coop57' },
        event: { data: { personal: { name: 'Carme' } } },
      }),
    );
    expect(JSON.stringify(line)).not.toMatch(/s3cret|carme|Carme/);
    expect(line['partner']).toEqual({ apiKey: '[private]', name: 'Coop57' });
  });

  test('says what it follows from while an operation is going on, and nothing of the kind outside one', () => {
    const operation = {
      correlationId: 'web:42',
      causationId: 'event-1',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      actor: { kind: 'system', id: 'training' },
    } as const;
    expect(logged((logger) => runInContext(operation, () => logger.info('Handled.')))).toMatchObject({
      correlationId: 'web:42',
      causationId: 'event-1',
      traceId: '0af7651916cd43dd8448eb211c80319c',
    });
    expect(logged((logger) => logger.info('Idle.'))).not.toHaveProperty('correlationId');
  });

  test('names a request by its route, not by its address', () => {
    const line = logged((logger) =>
      logger.info({ req: { method: 'GET', url: '/v1/links/s3cret', routeOptions: { url: '/v1/links/:token' } } }),
    );
    expect(line['req']).toEqual({ method: 'GET', route: '/v1/links/:token' });
  });

  test('is not written when it is not serious enough', () => {
    expect(logged((logger) => logger.trace('x'))).toEqual({});
  });
});

describe('an error in the log', () => {
  test('keeps what helps: its name, code, stack and causes', () => {
    const cause = new TypeError('inner');
    const line = errorForLog(Object.assign(new Error('outer', { cause }), { code: 'E_OUTER' }));
    expect(line).toMatchObject({ type: 'Error', message: 'outer', code: 'E_OUTER', causes: ['TypeError: inner'] });
    expect(line.stack).toContain('logger.unit.spec');
  });

  test('loses the values that the database quotes', () => {
    const driver = Object.assign(new Error('duplicate key value violates unique constraint "enrolment_email"'), {
      code: '23505',
      detail: 'Key (email)=(carme@ateneu.example) already exists.',
      where: 'carme@ateneu.example',
    });
    const statement = `insert into "enrolment" ("email") values ('carme@ateneu.example') - ${driver.message}`;
    const orm = Object.assign(new Error(statement), {
      name: 'UniqueConstraintViolationException',
      previous: driver,
      query: statement,
    });
    const line = errorForLog(orm);
    expect(JSON.stringify(line)).not.toContain('carme');
    expect(line.message).toBe('[statement] - duplicate key value violates unique constraint "enrolment_email"');
    expect(line.type).toBe('UniqueConstraintViolationException');
  });

  test('is read from the copy that a library hands out in its place, statement and all taken away', () => {
    const { message, stack } = new RangeError(`select 'carme@ateneu.example' - out of range`);
    const line = errorForLog({ message, stack, code: '22003', queue: 'deadlines' });
    expect(line).toMatchObject({ type: 'RangeError', message: '[statement] - out of range', code: '22003' });
    expect(line.stack).toContain('logger.unit.spec');
    expect(JSON.stringify(line)).not.toContain('carme');
  });

  test('may be anything that was thrown', () => {
    expect(errorForLog('carme@ateneu.example')).toEqual({ type: 'string', message: 'Not an error.' });
    expect(errorForLog(undefined)).toEqual({ type: 'undefined', message: 'Not an error.' });
  });
});
