import { loadDemoDataInto } from '@ateneu/local/demo/load-demo-data';

import { findAccess } from '../access/access.ts';
import { type Command, CommandError } from '../cli/command.ts';

/** Names that are nobody's public address. */
const ofThisMachine = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.(localhost|test))$/;

/** Whether people may be using what is at an address. */
export function mayBeReal(origin: string): boolean {
  return !ofThisMachine.test(new URL(origin).hostname);
}

/** Fills an empty platform with made-up initiatives and sessions. */
export const demoCommand: Command = {
  name: 'demo',
  usage: '[--into <host>]',
  summary: 'made-up initiatives and sessions for an empty platform; one that is not on this machine is to be named',
  options: { into: { type: 'string' } },
  run: async ({ options }) => {
    const access = await findAccess();
    const { host } = new URL(access.origin);
    if (mayBeReal(access.origin) && options['into'] !== host) {
      throw new CommandError(
        `${host} may be where people work, and they would see made-up initiatives. Say --into ${host} if that is meant.`,
      );
    }
    const { initiatives, sessions } = await loadDemoDataInto({
      origin: access.origin,
      services: ['directory', 'training'],
      token: () => access.token('coordinator'),
    });
    return {
      data: { initiatives, sessions },
      text:
        initiatives + sessions === 0
          ? 'There is something already; nothing was added.'
          : `Loaded ${initiatives} initiatives and ${sessions} sessions, all made up.`,
    };
  },
};
