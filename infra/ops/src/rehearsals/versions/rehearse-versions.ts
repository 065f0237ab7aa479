/**
 * `npm run ateneu -- rehearse versions --ref <git ref>`: every service of an earlier version beside the others of this
 * one, and the other way round, with the platform's story played each time. The databases are those of this version, as
 * after its migrations. Ends with 1 where the story does not hold. The folder to work in and the ref are given.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { signIn } from '@ateneu/local/issuer/sign-in';
import { runPlatform } from '@ateneu/local/platform/platform';
import { keepSecrets, keepTrust } from '@ateneu/local/platform/secrets';
import { inheritedEnvironment, serviceEnvironment } from '@ateneu/local/platform/service-environment';
import { play } from '@ateneu/local/scenario/story';
import { readSettings, serviceNames } from '@ateneu/local/settings';

import { freeBlock } from '../free-ports.ts';
import { quiet, silently } from '../quiet.ts';
import { runRehearsal, type Undo } from '../rehearsal.ts';
import { layOut } from './release.ts';
import { switchable, type Version } from './running-service.ts';

const [folder = '', ref = 'HEAD~1'] = process.argv.slice(2);
const settings = readSettings({ ATENEU_DATA_DIR: folder, ATENEU_PORT_BASE: String(await freeBlock()) });
const newer: Version = { title: 'this version', root: settings.paths.root };
const older: Version = { title: ref, root: join(folder, 'older') };

await runRehearsal(rehearse);

async function rehearse(undo: Undo): Promise<boolean> {
  const commit = await layOut(newer.root, ref, older.root);
  console.log(`${ref} is ${commit.slice(0, 10)}; its packages are installed.`);
  // Everything but the services, which come one by one.
  const platform = runPlatform(settings, quiet, {});
  undo(() => platform.stop());
  const { origin, issuer, mail } = await platform.started;
  const secrets = await keepSecrets(settings.paths.secretsFile);
  const trust = await keepTrust(settings.paths.trustFile);
  await mkdir(settings.paths.logs, { recursive: true });
  const services = serviceNames.map((name) => {
    const env = { ...inheritedEnvironment(process.env), ...serviceEnvironment(name, { settings, secrets, trust }) };
    return switchable(name, { ...env, DOCUMENTS_FOLDER: join(folder, 'documents') }, settings.paths.logs);
  });
  undo(() => Promise.all(services.map((service) => service.stop())));
  for (const service of services) await service.migrate(newer);
  for (const odd of services) {
    for (const [one, others] of [
      [newer, older],
      [older, newer],
    ] as const) {
      // Whoever was changed last starts last, as in a roll-out.
      for (const service of services) if (service !== odd) await service.switchTo(others);
      await odd.switchTo(one);
      await tell();
      console.log(`${odd.name} of ${one.title}, the others of ${others.title}: the story held.`);
    }
  }
  return true;

  async function tell(): Promise<void> {
    const token = async (id: string): Promise<string> => (await signIn(issuer, id)).accessToken;
    const [coordinatorToken, technicianToken] = [await token('carme'), await token('tania')];
    await silently(() => play({ origin, mailUrl: mail.url, coordinatorToken, technicianToken }));
  }
}
