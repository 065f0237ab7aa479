import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { call, findAccess } from '../access/access.ts';
import { type Command, CommandError, needed } from '../cli/command.ts';

interface Credentials {
  apiKey: string;
  /** The text of a `.creds` file. */
  creds: string;
  nats: { consumer: string; servers: string[] };
}

/** Takes a partner into the registry and writes what it is handed into files, once. */
export const onboardCommand: Command = {
  name: 'partner onboard',
  usage: '<name> --email <address> --out <folder> [--languages ca,es]',
  summary: 'take a partner in, and write its API key and broker credentials into files for it alone',
  options: { email: { type: 'string' }, out: { type: 'string' }, languages: { type: 'string', default: 'ca' } },
  run: async (invocation) => {
    const [name = ''] = needed(invocation, 'name');
    const { email, out, languages } = invocation.options;
    if (typeof email !== 'string' || typeof out !== 'string') throw new CommandError('Say --email and --out.');
    const access = await findAccess();
    const partner = await call<{ id: string }>(access, 'coordinator', 'POST', '/accompaniment/v1/staff/partners', {
      name,
      contactEmail: email,
      languages: String(languages).split(','),
    });
    const path = `/accompaniment/v1/staff/partners/${partner.id}/credentials`;
    const { apiKey, creds, nats } = await call<Credentials>(access, 'coordinator', 'POST', path);
    const files = { key: join(out, 'api-key'), creds: join(out, 'nats.creds') };
    await writeFile(files.key, `${apiKey}\n`, { mode: 0o600, flag: 'wx' });
    await writeFile(files.creds, creds, { mode: 0o600, flag: 'wx' });
    return {
      data: { id: partner.id, consumer: nats.consumer, servers: nats.servers, files },
      text: `${name} is ${partner.id}. Hand over ${files.key} and ${files.creds}, then delete them: nobody can read them again.`,
    };
  },
};
