import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Command, CommandError, type Outcome } from '../cli/command.ts';
import { stoppedStatus } from './rehearsal.ts';
import { makeCertificates } from './broker/certificates.ts';

/** What can be rehearsed on this machine, and the script of each. */
const rehearsals: Readonly<Record<string, string>> = {
  broker: 'broker/rehearse-broker.ts',
  backup: 'backup/rehearse-backup.ts',
  compose: 'compose/rehearse-compose.ts',
  rollout: 'rollout/rehearse-rollout.ts',
  versions: 'versions/rehearse-versions.ts',
};

/** Breaks things on purpose, on servers of its own, and says whether all went well. */
export const rehearseCommand: Command = {
  name: 'rehearse',
  usage: '<broker|backup|rollout|versions|compose> [--ref <git ref>|--ref <image tag>]',
  summary:
    'on servers of its own: NATS servers killed under load, the operator’s key replaced; a database brought back; each service rolled to another version and back under traffic; versions side by side. On the platform in Compose: the roll-outs, and the broker killed',
  options: { ref: { type: 'string' } },
  run: async ({ words: [name = ''], options }) => {
    const script = rehearsals[name];
    if (script === undefined) throw new CommandError(`There is: ${Object.keys(rehearsals).join(', ')}.`);
    return rehearse(script, typeof options['ref'] === 'string' ? [options['ref']] : []);
  },
};

async function rehearse(script: string, args: readonly string[]): Promise<Outcome> {
  const folder = join(tmpdir(), `ateneu-rehearsal-${randomBytes(5).toString('hex')}`);
  // PostgreSQL may run as another user than we do, and must be able to get there.
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const { caFile } = await makeCertificates(folder);
  const child = spawn(process.execPath, [join(import.meta.dirname, script), folder, ...args], {
    // Node reads the authorities that it trusts when it starts; only the broker's rehearsal has one of its own.
    env: { ...process.env, ...(script.startsWith('broker/') ? { NODE_EXTRA_CA_CERTS: caFile } : {}) },
    // The channel closes with us, however we end, and tells it to take back what it began.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const stop = (): void => void child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    process.stderr.write(text);
  });
  await once(child, 'close');
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
  const held = child.exitCode === 0;
  const stopped = child.exitCode === stoppedStatus;
  if (held || stopped) {
    const data = await Promise.all(
      ['postgres', 'restored'].map((name) => realpath(join(folder, name)).catch(() => undefined)),
    );
    for (const path of [...data, folder]) if (path !== undefined) await rm(path, { recursive: true, force: true });
  }
  const verdict = held
    ? 'It held.'
    : stopped
      ? 'It was stopped, and everything of it.'
      : `It did not hold; everything is kept in ${folder}.`;
  return { data: { held, lines: said.trimEnd().split('\n') }, text: verdict, bad: !held };
}
