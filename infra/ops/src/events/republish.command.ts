import { republish } from '@ateneu/messaging';
import { openDatabase } from '@ateneu/persistence';

import { findAccess } from '../access/access.ts';
import { type Command, CommandError, needed } from '../cli/command.ts';

/** Publishes a window of a service's events once more; consumers that had them do nothing. */
export const republishCommand: Command = {
  name: 'republish',
  usage: '<service> --from <instant> [--to <instant>]',
  summary: 'publish what a service told in a window once more (its outbox keeps 7 days)',
  options: { from: { type: 'string' }, to: { type: 'string' } },
  run: async (invocation) => {
    const [service = ''] = needed(invocation, 'service');
    const from = instant('from', invocation.options['from']);
    const to = invocation.options['to'] === undefined ? new Date() : instant('to', invocation.options['to']);
    if (to <= from) throw new CommandError('The window ends before it begins.');
    const url = await (await findAccess()).databaseUrl(service);
    const database = await openDatabase({ url, entities: [], migrations: [], applicationName: 'ateneu', poolSize: 1 });
    try {
      const events = await republish(database, { from, to });
      return { data: { service, events }, text: `${events} events of ${service} go out again, with the ids they had.` };
    } finally {
      await database.close();
    }
  },
};

function instant(name: string, text: string | boolean | undefined): Date {
  const value = new Date(typeof text === 'string' ? text : Number.NaN);
  if (Number.isNaN(value.getTime())) throw new CommandError(`Say --${name} as 2026-11-25T10:00:00Z.`);
  return value;
}
