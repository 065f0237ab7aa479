import type { Clock } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import { findFunderCall, type FunderCall } from '@ateneu/reference-data';

import { plusDays, startOfDay } from '../../madrid.ts';
import { callNotFound } from './justification.errors.ts';
import { readJustifiedSessions } from './justification.query.ts';
import { type JustificationPart, trainingPart } from './justification.rows.ts';

/** What training's part is made from. */
export interface PartContext {
  database: Database;
  clock: Clock;
  /** The page of a session. */
  sessionUrl: (sessionId: string) => string;
}

/** A session may be justified under a call whose period it missed by some days: that is found out here. */
const aroundDays = 60;

/** @throws DomainError `training.justification.call-not-found` */
export function callOf(code: string): FunderCall {
  const call = findFunderCall(code);
  if (call === undefined) throw callNotFound();
  return call;
}

/**
 * Training's part of a call as it is now.
 *
 * @throws DomainError `training.justification.call-not-found`
 */
export async function readPart(
  { database, clock, sessionUrl }: PartContext,
  code: string,
): Promise<{ call: FunderCall } & JustificationPart> {
  const call = callOf(code);
  const from = plusDays(startOfDay(call.startsOn), -aroundDays);
  const until = plusDays(startOfDay(call.endsOn), 1 + aroundDays);
  const sessions = await readJustifiedSessions(database, { from, until });
  return { call, ...trainingPart(call, sessions, { sessionUrl, at: clock.now() }) };
}
