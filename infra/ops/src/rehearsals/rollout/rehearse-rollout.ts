/**
 * `npm run ateneu -- rehearse rollout --ref <git ref>`: each service, and the pages, are rolled from that version to this
 * one and back while people read and write through the origin: the new instance beside the old, the old one told to stop
 * once the new one is ready. Ends with 1 where one request failed, or a message was lost or doubled. The folder to work in
 * and the ref are given.
 */
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { runPlatform } from '@ateneu/local/platform/platform';
import { createMail } from '@ateneu/local/scenario/mail';
import { readSettings } from '@ateneu/local/settings';

import { freeBlock } from '../free-ports.ts';
import { quiet } from '../quiet.ts';
import { runRehearsal, type Undo } from '../rehearsal.ts';
import { layOut } from '../versions/release.ts';
import type { Version } from '../versions/running-service.ts';
import { createPeople } from './people.ts';
import { createRollout, parts } from './rollout.ts';
import { describeTally, startTraffic } from './traffic.ts';

/** Of each kind of request: what two cores with all of it on them answer in good time. */
const perSecond = 3;
/** Traffic on the new version before it is rolled back, and the other way round. */
const settleMs = 2_000;

const [folder = '', ref = 'HEAD'] = process.argv.slice(2);
const settings = readSettings({ ATENEU_DATA_DIR: folder, ATENEU_PORT_BASE: String(await freeBlock()) });
const newer: Version = { title: 'this version', root: settings.paths.root };
const older: Version = { title: ref, root: join(folder, 'older') };

await runRehearsal(rehearse);

async function rehearse(undo: Undo): Promise<boolean> {
  const commit = await layOut(newer.root, ref, older.root);
  console.log(`${ref} is ${commit.slice(0, 10)}; its packages are installed.`);
  const platform = runPlatform(settings, quiet, {});
  undo(() => platform.stop());
  const { issuer, mail } = await platform.started;
  const rollout = await createRollout(settings);
  undo(() => rollout.close());
  for (const part of parts) await rollout.start(part, older);
  await rollout.open();
  const people = await createPeople(rollout.origin, issuer);
  const traffic = startTraffic(rollout.origin, people.calls, perSecond);
  undo(() => traffic.stop());
  let failures = 0;
  for (const part of parts) {
    await rollout.migrate(part, newer);
    for (const version of [newer, older, newer]) {
      traffic.take();
      await rollout.roll(part, version);
      await delay(settleMs);
      const tally = traffic.take();
      failures += tally.failed.length;
      console.log(`${part} to ${version.title}: ${describeTally(tally)}`);
    }
  }
  await traffic.stop();
  const { told, missing, doubled } = await people.count(createMail(mail.url));
  console.log(`${told} people did what is answered with an e-mail: ${missing} without it, ${doubled} with two.`);
  return failures + missing + doubled === 0;
}
