import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { code, codeAmong, id, instant, localizedText, person, text } from './fields.ts';

const service = 'directory';
const aggregate = 'subscription';

const subscriptionId = '0198c1d2-7a10-7c3e-9f00-000000000023';
const topic = {
  ca: 'Noves iniciatives de La Florida: Alimentació',
  es: 'Nuevas iniciativas de La Florida: Alimentación',
  en: 'New initiatives of La Florida: Food',
};
const selfService = 'https://ateneu.example/directory/v1/self-service/subscriptions/nws_example';
const secretLink = 'It is a secret: never log it.';

const subscriptionIdField = id.describe('The subscription.');
const topicField = localizedText.describe('What the subscription is to, for people.');
/** A subscriber gives an address and nothing else: there is no name to greet by. */
const subscriber = person.omit({ name: true });

export const subscriptionConfirmationRequested = defineEvent({
  service,
  aggregate,
  event: 'confirmation-requested',
  version: 1,
  summary:
    'Somebody asked for news of the directory at an address, and is to confirm by the link that it is theirs. ' +
    'Subscribers give no name.',
  consumers: ['notifications'],
  data: z.object({
    subscriptionId: subscriptionIdField,
    topic: topicField,
    expiresAt: instant.describe('Until when the link is good; what is not confirmed by then is erased.'),
    personal: subscriber
      .extend({ confirmUrl: text.describe(`The person’s own link to confirm. ${secretLink}`) })
      .describe('Who asked.'),
  }),
  example: {
    subscriptionId,
    topic,
    expiresAt: '2026-03-05T10:00:00.000Z',
    personal: { email: 'montserrat@example.org', language: 'ca', confirmUrl: selfService },
  },
});

export const subscriptionDigestDue = defineEvent({
  service,
  aggregate,
  event: 'digest-due',
  version: 1,
  summary:
    'A week’s news for one subscriber: what was published since the last digest, never empty. Send it with ' +
    '`List-Unsubscribe` (RFC 8058): `oneClickUrl` takes a POST and nothing else; `manageUrl` is a page for people. ' +
    'Subscribers give no name.',
  consumers: ['notifications'],
  data: z.object({
    subscriptionId: subscriptionIdField,
    topic: topicField,
    since: instant.describe('The news are from here …'),
    until: instant.describe('… to here.'),
    items: z
      .array(
        z.object({
          itemId: id.describe('The initiative or good practice.'),
          kind: codeAmong('What it is.', ['initiative', 'good-practice']),
          title: localizedText.describe('What it is called.'),
          summary: localizedText.describe('One or two sentences.'),
          url: text.describe('Absolute address of its page.'),
          neighbourhood: code.optional().describe('The barri, by the city’s own code.'),
        }),
      )
      .describe('The newest first.'),
    more: z.int().describe('How many more there were than are listed.'),
    moreUrl: text.optional().describe('Absolute address where all of them are.'),
    personal: subscriber
      .extend({
        manageUrl: text.describe(`The person’s own page, to look and to unsubscribe. ${secretLink}`),
        oneClickUrl: text.describe(`Where a POST unsubscribes (RFC 8058). ${secretLink}`),
      })
      .describe('Who subscribed.'),
  }),
  example: {
    subscriptionId,
    topic,
    since: '2026-03-02T07:00:00.000Z',
    until: '2026-03-09T07:00:00.000Z',
    items: [
      {
        itemId: '0198c1d2-7a10-7c3e-9f00-000000000001',
        kind: 'initiative',
        title: { ca: 'Economat de la Florida', es: 'Economato de la Florida' },
        summary: { ca: 'Botiga cooperativa d’aliments ecològics i de proximitat.' },
        url: 'https://ateneu.example/initiatives/economat-de-la-florida',
        neighbourhood: '7',
      },
    ],
    more: 0,
    moreUrl: 'https://ateneu.example/initiatives?district=IV&sector=alimentacio',
    personal: {
      email: 'montserrat@example.org',
      language: 'ca',
      manageUrl: selfService,
      oneClickUrl: `${selfService}/one-click`,
    },
  },
});
