import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { codeAmong, id, instant, person, text } from './fields.ts';

/** Ordered by `sequence`: each event says everything anew, and the last one counts. */
export const partnerUpdated = defineEvent({
  service: 'accompaniment',
  aggregate: 'partner',
  event: 'updated',
  version: 1,
  summary:
    'A partner came to be, or something about it changed: its profile, its standing, its account or its API keys. Says ' +
    'everything anew, so that a service can know partners by what it was last told.',
  consumers: ['notifications'],
  data: z.object({
    partnerId: id.describe('The partner entity.'),
    name: text.describe('What the entity is called.'),
    standing: codeAmong('Whether it may use what it was given.', ['registered', 'active', 'suspended']),
    accountKey: text
      .optional()
      .describe('The public key of its account at the broker, which names its subjects, once it has one.'),
    apiKeys: z
      .array(
        z.object({
          sha256: text.describe('The hash of the key, in hexadecimal. Nobody can make the key from it.'),
          validUntil: instant.optional().describe('When a key that was rotated stops being accepted, in UTC.'),
        }),
      )
      .describe('The API keys that it may use now.'),
    personal: z
      .object({
        email: text.describe('Where the entity is written to.'),
        language: text.describe('The language it is best written to in: ca, es or en.'),
      })
      .describe('How the entity is reached; a small one’s address may be a person’s.'),
  }),
  example: {
    partnerId: '0198c1d2-7a10-7c3e-9f00-00000000000d',
    name: 'Servei de creació d’empreses',
    standing: 'active',
    accountKey: 'ACEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMP',
    apiKeys: [{ sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }],
    personal: { email: 'derivacions@example.org', language: 'ca' },
  },
});

export const partnerCredentialsRotated = defineEvent({
  service: 'accompaniment',
  aggregate: 'partner',
  event: 'credentials-rotated',
  version: 1,
  summary:
    'A partner has new credentials, handed over by the staff or made by itself. It is told by e-mail until when the ' +
    'earlier ones work, and to call the ateneu where it did not ask for this. No key and no secret is in it.',
  consumers: ['notifications'],
  data: z.object({
    partnerId: id.describe('The partner entity.'),
    validUntil: instant.describe(
      'When the earlier credentials stop working, in UTC; the time of the event for at once.',
    ),
    by: codeAmong('Who made them; the ateneu where it is absent.', ['ateneu', 'partner']).optional(),
    personal: person.describe('Where the entity is written to.'),
  }),
  example: {
    partnerId: '0198c1d2-7a10-7c3e-9f00-00000000000d',
    validUntil: '2026-06-08T10:00:00.000Z',
    by: 'ateneu',
    personal: { name: 'Servei de creació d’empreses', email: 'derivacions@example.org', language: 'ca' },
  },
});

export const partnerSignInRequested = defineEvent({
  service: 'accompaniment',
  aggregate: 'partner-sign-in',
  event: 'requested',
  version: 1,
  summary:
    'Somebody asked to sign in for a partner with an address that it is registered with. Whoever has that address is sent ' +
    'the link, which is good once and for a short time; and is told to do nothing where they did not ask for it.',
  consumers: ['notifications'],
  data: z.object({
    partnerId: id.describe('The partner entity.'),
    expiresAt: instant.describe('Until when the link is good, in UTC.'),
    personal: person
      .extend({
        partnerName: text.describe('The entity that they sign in for.'),
        signInUrl: text.describe('The link. Looking at it signs nobody in.'),
      })
      .describe('Whoever has the address.'),
  }),
  example: {
    partnerId: '0198c1d2-7a10-7c3e-9f00-00000000000d',
    expiresAt: '2026-06-01T10:20:00.000Z',
    personal: {
      name: 'Pau Serra',
      email: 'pau@example.org',
      language: 'ca',
      partnerName: 'Servei de creació d’empreses',
      signInUrl: 'https://ateneu.example/desk/enter/psi_EXAMPLE',
    },
  },
});
