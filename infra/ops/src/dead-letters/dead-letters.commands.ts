import { call, findAccess } from '../access/access.ts';
import { type Command, CommandError, needed, table } from '../cli/command.ts';

interface Letter {
  sequence: number;
  reason: string;
  detail: string;
  subject: string;
  deliveries: number;
  buriedAt: string;
}

/** What a service could not handle. Through its own API, which records who looked: they may hold personal data. */
export const listDeadLettersCommand: Command = {
  name: 'dead-letters list',
  usage: '<service>',
  summary: 'the messages that a service could not handle, oldest first',
  run: async (invocation) => {
    const [service = ''] = needed(invocation, 'service');
    const path = `/${service}/v1/ops/dead-letters?limit=200`;
    const { items } = await call<{ items: (Letter & { body: string })[] }>(await findAccess(), 'admin', 'GET', path);
    // The messages themselves are shown one by one, to whoever asks for one.
    const data = items.map(({ body: _body, ...letter }) => letter);
    const rows = data.map((letter) => [
      String(letter.sequence),
      letter.buriedAt,
      letter.reason,
      letter.subject,
      letter.detail.slice(0, 80),
    ]);
    return {
      data,
      text: rows.length === 0 ? 'None.' : table([['number', 'since', 'reason', 'subject', 'why'], ...rows]),
    };
  },
};

/** One of them, with the message as it was. */
export const showDeadLetterCommand: Command = {
  name: 'dead-letters show',
  usage: '<service> <number>',
  summary: 'one of them with the message as it was; the look is recorded',
  run: async (invocation) => {
    const [service = '', number = ''] = needed(invocation, 'service', 'number');
    const data = await call<object>(await findAccess(), 'admin', 'GET', pathOf(service, number));
    return { data, text: JSON.stringify(data, null, 2) };
  },
};

/** Has one handled again, or all. */
export const replayDeadLetterCommand: Command = {
  name: 'dead-letters replay',
  usage: '<service> <number|all>',
  summary: 'have one handled again by that service, or all; it stays in the list until it is dropped',
  run: async (invocation) => {
    const [service = '', number = ''] = needed(invocation, 'service', 'number');
    const access = await findAccess();
    const all = `/${service}/v1/ops/dead-letters?limit=200`;
    const numbers =
      number === 'all'
        ? (await call<{ items: Letter[] }>(access, 'admin', 'GET', all)).items.map(({ sequence }) => String(sequence))
        : [number];
    for (const one of numbers) await call(access, 'admin', 'POST', `${pathOf(service, one)}/replay`);
    return {
      data: { replayed: numbers.map(Number) },
      text: `Given to ${service} again: ${numbers.join(', ') || 'none'}.`,
    };
  },
};

/** Drops one for good. */
export const dropDeadLetterCommand: Command = {
  name: 'dead-letters drop',
  usage: '<service> <number> --reason <why>',
  summary: 'drop one for good; the reason is kept',
  options: { reason: { type: 'string' } },
  run: async (invocation) => {
    const [service = '', number = ''] = needed(invocation, 'service', 'number');
    const { reason } = invocation.options;
    if (typeof reason !== 'string') throw new CommandError('Say --reason; it is kept.');
    await call(await findAccess(), 'admin', 'POST', `${pathOf(service, number)}/drop`, { reason });
    return { data: { dropped: Number(number) }, text: `Dropped ${number} of ${service}.` };
  },
};

function pathOf(service: string, number: string): string {
  if (!/^\d+$/.test(number)) throw new CommandError(`Not a number of a dead letter: ${number}`);
  return `/${service}/v1/ops/dead-letters/${number}`;
}
