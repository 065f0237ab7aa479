import { text } from 'node:stream/consumers';

import { call, findAccess } from '../access/access.ts';
import { type Command, CommandError } from '../cli/command.ts';

/** What accompaniment found, and erased unless it only looked. */
interface Erasure {
  id: string | null;
  intakes: number;
  referrals: number;
  contacts: number;
  members: number;
  keptUntil: string | null;
}

/**
 * Erases a person from the whole platform. Accompaniment erases its part and tells the others, each of which does the
 * same for the same address and records it.
 */
export const erasePersonCommand: Command = {
  name: 'person erase',
  usage: '[--really] < a file with the address',
  summary: 'erase what is kept of a person, in every service; only looks, unless told --really',
  options: { really: { type: 'boolean', default: false } },
  run: async ({ words, options }) => {
    // What is typed after a command stays in the shell's history, and everybody on the machine sees it while it runs.
    if (words.length > 0) throw new CommandError('Give the address on standard input, not on the command line.');
    const email = (await text(process.stdin)).trim();
    if (email === '') throw new CommandError('Give the address on standard input.');
    const dryRun = options['really'] !== true;
    const path = '/accompaniment/v1/staff/privacy/erasures';
    const found = await call<Erasure>(await findAccess(), 'coordinator', 'POST', path, { email, dryRun });
    const { intakes, referrals, contacts, members, keptUntil } = found;
    const what = `${intakes} requests, ${referrals} referrals, ${contacts} contacts, ${members} memberships`;
    const kept = keptUntil === null ? '' : ` What the funder may audit is kept apart until ${keptUntil}.`;
    return {
      data: { dryRun, ...found },
      text: dryRun
        ? `Would erase in accompaniment: ${what}; and whatever the other services hold.${kept} Say --really to do it.`
        : `Erased in accompaniment: ${what}. The other services have been told (${found.id}).${kept}`,
    };
  },
};
