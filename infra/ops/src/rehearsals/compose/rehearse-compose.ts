/**
 * `npm run ateneu -- rehearse compose --ref <tag>`: on the platform that runs with Compose here, while people read and
 * write: each service, and the pages, are rolled to the image `ateneu/<service>:<tag>` and back, and the broker is killed
 * and started again. Ends with 1 where one request failed, or a message was lost or doubled. A folder, which it does not
 * need, and the tag are given.
 */
import { setTimeout as delay } from 'node:timers/promises';

import { createMail } from '@ateneu/local/scenario/mail';

import { containersOf, docker } from '../../compose/docker.ts';
import { rollOut } from '../../compose/roll-out.ts';
import { runRehearsal, type Undo } from '../rehearsal.ts';
import { createPeople } from '../rollout/people.ts';
import { parts } from '../rollout/rollout.ts';
import { describeTally, startTraffic } from '../rollout/traffic.ts';

/** Below what the services take from one address in a minute. */
const perSecond = 1;
const pace = { enrolments: 1, proposals: 1 / 4, intakeRequests: 1 / 8 };
const settleMs = 3_000;
const brokerAwayMs = 8_000;

const [, tag = 'next'] = process.argv.slice(2);
const origin = 'http://localhost:4000';

await runRehearsal(rehearse);

async function rehearse(undo: Undo): Promise<boolean> {
  const people = await createPeople(origin, `${origin}/issuer`, pace);
  const traffic = startTraffic(origin, people.calls, perSecond);
  undo(() => traffic.stop());
  let failures = 0;
  const tell = (what: string): void => {
    const tally = traffic.take();
    failures += tally.failed.length;
    console.log(`${what}: ${describeTally(tally)}`);
  };
  for (const part of parts) {
    for (const [image, name] of [
      [`ateneu/${part}:${tag}`, tag],
      [`ateneu/${part}:before`, 'the version before'],
    ] as const) {
      const begun = Date.now();
      const { from, to } = await rollOut(part, image, name === tag && part !== 'web');
      const seconds = ((Date.now() - begun) / 1_000).toFixed(0);
      await delay(settleMs);
      tell(`${part} to ${name} (${short(from)} → ${short(to)}) in ${seconds} s`);
    }
  }
  const [broker = ''] = await containersOf('nats');
  await docker('kill', broker);
  undo(() => docker('start', broker));
  await delay(brokerAwayMs);
  await docker('start', broker);
  await delay(settleMs);
  tell(`the broker killed, and started again after ${brokerAwayMs / 1_000} s`);
  await traffic.stop();
  const { told, missing, doubled } = await people.count(createMail(`${origin}/mail`));
  console.log(`${told} people did what is answered with an e-mail: ${missing} without it, ${doubled} with two.`);
  return failures + missing + doubled === 0;
}

function short(id: string): string {
  return id.replace('sha256:', '').slice(0, 8);
}
