import { emailSchema, languageSchema, personNameSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { automaticSubmission } from './intake.errors.ts';

/** Who hands something in. */
export const authorSchema = z
  .object({ name: personNameSchema, email: emailSchema, language: languageSchema.default('ca') })
  .describe('Who hands it in: confirms it and is told by e-mail what becomes of it, never published.');

/** A field that people do not see. */
export const honeypot = {
  homepage: z.string().max(500).optional().describe('Leave it empty: hidden from people, it catches programs.'),
};

/** @throws DomainError `directory.submission.automatic` where the hidden field was filled in */
export function refuseAutomatic({ homepage }: { homepage?: string | undefined }): void {
  if ((homepage ?? '') !== '') throw automaticSubmission();
}

/** What handing something in answers with. */
export const handedInSchema = z.object({
  id: z.uuid(),
  status: z.literal('unconfirmed').describe('Nobody sees it before the link in the e-mail was followed.'),
  expiresAt: z.iso.datetime().describe('Until when it can be confirmed.'),
});
