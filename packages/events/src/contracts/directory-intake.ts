import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { correctionRejectionReasons } from '../vocabulary/index.ts';
import { code, codeAmong, freeText, id, instant, localizedText, person, text } from './fields.ts';

const service = 'directory';

const initiativeId = '0198c1d2-7a10-7c3e-9f00-000000000001';
const correctionId = '0198c1d2-7a10-7c3e-9f00-000000000021';
const name = { ca: 'Economat de la Florida', es: 'Economato de la Florida' };
const slug = 'economat-de-la-florida';
const author = { name: 'Montserrat Puig i Soler', email: 'montserrat@example.org', language: 'ca' };
const selfService = 'https://ateneu.example/directory/v1/self-service';

const nameField = localizedText.describe('What the initiative is called.');
const slugField = code.describe('The last part of its public address.');
const secretLink = 'It is a secret: never log it.';

export const submissionConfirmationRequested = defineEvent({
  service,
  aggregate: 'submission',
  event: 'confirmation-requested',
  version: 1,
  summary:
    'Somebody without an account proposed an initiative, or a correction to one, and is to confirm it by the link: ' +
    'nobody looks at it before. Tell the person at once, with the link as the one action.',
  consumers: ['notifications'],
  data: z.object({
    submissionId: id.describe('What waits for its confirmation.'),
    kind: codeAmong('What was handed in.', ['proposal', 'correction']),
    name: nameField,
    expiresAt: instant.describe('Until when the link is good; what is not confirmed by then is erased.'),
    personal: person
      .extend({ confirmUrl: text.describe(`The person’s own link to see and confirm it. ${secretLink}`) })
      .describe('Who handed it in.'),
  }),
  example: {
    submissionId: '0198c1d2-7a10-7c3e-9f00-000000000020',
    kind: 'proposal',
    name,
    expiresAt: '2026-03-05T10:00:00.000Z',
    personal: { ...author, confirmUrl: `${selfService}/submissions/sub_example` },
  },
});

const correctionFields = z.object({
  correctionId: id.describe('The correction.'),
  initiativeId: id.describe('The initiative it is about.'),
  name: nameField,
  slug: slugField.optional(),
  fields: z.array(code).describe('Which fields it changes, by their names in the API.'),
  personal: person.optional().describe('Who proposed it, where the person is to be told.'),
});
const correctionExample = {
  correctionId,
  initiativeId,
  name,
  slug,
  fields: ['address', 'openingHours'],
  personal: author,
};

export const correctionProposed = defineEvent({
  service,
  aggregate: 'correction',
  event: 'proposed',
  version: 1,
  summary: 'A correction to an initiative was confirmed by its author and waits for staff. Thank the person.',
  consumers: ['notifications'],
  data: correctionFields,
  example: correctionExample,
});

export const correctionAccepted = defineEvent({
  service,
  aggregate: 'correction',
  event: 'accepted',
  version: 1,
  summary: 'Staff applied a correction, whole or in part. Tell its author which.',
  consumers: ['notifications'],
  data: correctionFields.extend({
    accepted: z.array(code).describe('The fields that were applied; the others were not.'),
    note: freeText.optional().describe('What staff tell the author besides. It names no person.'),
  }),
  example: { ...correctionExample, accepted: ['address'] },
});

export const correctionRejected = defineEvent({
  service,
  aggregate: 'correction',
  event: 'rejected',
  version: 1,
  summary: 'Staff did not apply a correction. Tell its author why.',
  consumers: ['notifications'],
  data: correctionFields.extend({
    reasonCode: codeAmong('Why.', correctionRejectionReasons),
    note: freeText.optional().describe('What staff tell the author besides. It names no person.'),
  }),
  example: { ...correctionExample, reasonCode: 'not-verifiable', note: 'No hem pogut parlar amb l’entitat.' },
});

const freshness = z.object({
  initiativeId: id.describe('The initiative.'),
  name: nameField,
  slug: slugField,
  lastConfirmedAt: instant.describe('When what it says was last known to be right.'),
});
const freshnessExample = { initiativeId, name, slug, lastConfirmedAt: '2025-03-02T10:00:00.000Z' };

export const freshnessCheckDue = defineEvent({
  service,
  aggregate: 'freshness',
  event: 'check-due',
  version: 1,
  summary:
    'A year has gone by: ask whoever answers for a published initiative whether what it says is still right. The link ' +
    'leads to a page where one click confirms, and another opens a correction.',
  consumers: ['notifications'],
  data: freshness.extend({
    attempt: z.int().describe('1 for the first question, 2 and 3 for the two reminders; the last one says so.'),
    personal: person
      .extend({ answerUrl: text.describe(`The person’s own link to answer. ${secretLink}`) })
      .describe('Who answers for the initiative.'),
  }),
  example: {
    ...freshnessExample,
    attempt: 1,
    personal: { ...author, answerUrl: `${selfService}/freshness/frs_example` },
  },
});

export const freshnessOverdue = defineEvent({
  service,
  aggregate: 'freshness',
  event: 'overdue',
  version: 1,
  summary: 'Nobody answered whether an initiative is still right, after two reminders: staff are to look at it.',
  consumers: ['notifications'],
  data: freshness,
  example: freshnessExample,
});
