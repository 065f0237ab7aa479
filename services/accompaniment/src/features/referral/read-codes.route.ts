import { accompanimentAbandonReasons, modalityTerms } from '@ateneu/events';
import { referralCodesVersion, referralDeclineReasons, referralOutcomes, referralStatusTerms } from '@ateneu/events';
import { localizedTextSchema, sendCached } from '@ateneu/service-kit';
import { z } from 'zod';

import type { RouteContext } from './referral.routes.ts';

const terms = z.array(z.object({ code: z.string(), label: localizedTextSchema({ max: 200 }) }));

const codes = {
  version: referralCodesVersion,
  modalities: [...modalityTerms],
  statuses: [...referralStatusTerms],
  declineReasons: [...referralDeclineReasons],
  outcomes: [...referralOutcomes],
  abandonReasons: [...accompanimentAbandonReasons],
};

/** What the codes of referrals and accompaniments are called, for whoever shows them to people. */
export function readCodes({ app }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/reference/referral-codes',
    config: { access: { kind: 'public' } },
    schema: {
      operationId: 'listReferralCodes',
      tags: ['Reference'],
      summary: 'List the codes of referrals and accompaniments',
      description: 'With their names in Catalan, Spanish and English.',
      response: {
        200: z.object({
          version: z.string().describe('Which edition of the lists. Codes are added and never change their meaning.'),
          modalities: terms,
          statuses: terms,
          declineReasons: terms,
          outcomes: terms,
          abandonReasons: terms,
        }),
      },
    },
    handler: async (request, reply) => sendCached(request, reply, { maxAgeSeconds: 3_600, body: () => codes }),
  });
}
