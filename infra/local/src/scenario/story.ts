import { accompany } from './accompanying.ts';
import { attack } from './attacks.ts';
import { gather, type Stage } from './cast.ts';
import { onboard } from './onboarding.ts';
import { awayAndBack, referAndAccept } from './referring.ts';
import { chapter, must, tell } from './report.ts';
import { holdWorkshop } from './workshop.ts';

/** Plays the whole story. @throws Broken at the first thing that is missing, late, doubled or misdirected */
export async function play(stage: Stage): Promise<void> {
  const cast = gather(stage);
  chapter('A coordinator onboards two partners');
  const a = await onboard(cast, 'A');
  const b = await onboard(cast, 'B');
  try {
    await a.client.connect();
    await b.client.connect();
    chapter('Partner A refers a project; a technician accepts');
    const referralId = await referAndAccept(cast, a);
    chapter('The accompaniment ends in an entity created, which enters the directory');
    await accompany(cast, a, referralId);
    chapter('A workshop of 2 places, 3 people');
    await holdWorkshop(cast);
    chapter('Partner B has seen nothing of A’s, and cannot');
    await b.client.expectNothing();
    must(b.client.seen.length === 0, 'Partner B saw an event of another partner.');
    const foreign = await b.api.get(`/accompaniment/v1/partner/referrals/${referralId}`);
    must(foreign.status === 404, `Partner B was answered ${foreign.status} for a referral of A.`);
    tell('partner B', 'saw no event; A’s referral is 404 to it');
    await attack(b.credentials, a.credentials);
    chapter('Partner A is away while three more things happen');
    await awayAndBack(cast, a);
    await b.client.expectNothing();
  } finally {
    await a.client.disconnect();
    await b.client.disconnect();
  }
}
