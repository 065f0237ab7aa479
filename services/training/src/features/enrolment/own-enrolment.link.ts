import { type Clock, DomainError, hashSecret } from '@ateneu/kernel';
import type { Database } from '@ateneu/persistence';
import { identify, preferredLanguage, prefersHtml, sendPage } from '@ateneu/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { linkExpired, linkUnknown } from './enrolment.errors.ts';
import { refusalPage } from './own-enrolment.page.ts';
import type { PersonLinks } from './enrolment.links.ts';
import { type OwnEnrolment, readEnrolmentByLink } from './own-enrolment.query.ts';

/** For so long after a session people find their materials where their link leads. */
const afterSessionMs = 60 * 24 * 60 * 60 * 1_000;

/**
 * The enrolment that a link of an e-mail leads to; from then on its person is who calls.
 *
 * @throws DomainError `training.enrolment.link-unknown` or `.link-expired`
 */
export async function findByLink(
  request: FastifyRequest,
  { database, clock, links }: { database: Database; clock: Clock; links: PersonLinks },
  secret: string,
): Promise<OwnEnrolment> {
  const enrolment = await readEnrolmentByLink(database, hashSecret(secret), links);
  if (enrolment === undefined) throw linkUnknown();
  if (clock.now().getTime() >= Date.parse(enrolment.session.endsAt) + afterSessionMs) throw linkExpired();
  identify(request, { kind: 'citizen', id: enrolment.id });
  return enrolment;
}

/** Refusals reach a browser as a page too, not as a problem document. */
export async function answerLink<T>(request: FastifyRequest, reply: object, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const pages = error instanceof DomainError && prefersHtml(request);
    if (!pages) throw error;
    const status = { 'not-found': 404, gone: 410 }[error.kind as string] ?? 409;
    return sendPage((reply as FastifyReply).code(status), refusalPage(preferredLanguage(request), error)) as never;
  }
}
