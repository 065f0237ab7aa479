/**
 * `npm run ateneu -- rehearse compose --ref <tag>`: on the platform that runs with Compose here, while people read and
 * write: each service, and the pages, are rolled to the image `ateneu/<service>:<tag>` and back, and the broker is killed
 * and started again. Ends with 1 where one request failed, or a message was lost or doubled. A folder, which it does not
 * need, and the tag are given.
 */
import { setTimeout as delay } from 'node:timers/promises';

import { createMail } from '@ateneu/local/scenario/mail';

import { containersOf, docker } from '../../compose/docker.ts';
import { type RolledOut, rollOut } from '../../compose/roll-out.ts';
import { runRehearsal, type Undo } from '../rehearsal.ts';
import type { Part } from '../versions/running-service.ts';
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
  // Whoever stops it half way finds every part in the version that it had.
  let inHand: Promise<unknown> = Promise.resolve();
  let away: RolledOut | undefined;
  undo(async () => {
    await inHand.catch(() => {});
    if (away !== undefined) await rollOut(away.part, away.from, false);
  });
  const roll = async (part: Part, image: string, name: string): Promise<RolledOut> => {
    const begun = Date.now();
    const rolling = rollOut(part, image, name === tag && part !== 'web').then((done) => {
      away = name === tag ? done : undefined;
      return done;
    });
    inHand = rolling;
    const done = await rolling;
    const seconds = ((Date.now() - begun) / 1_000).toFixed(0);
    await delay(settleMs);
    tell(`${part} to ${name} (${short(done.from)} → ${short(done.to)}) in ${seconds} s`);
    return done;
  };
  for (const part of parts) {
    const { from } = await roll(part, `ateneu/${part}:${tag}`, tag);
    await roll(part, from, 'the version before');
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
