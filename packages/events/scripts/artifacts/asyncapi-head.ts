/** What the document says of itself. */
export const asyncapiHead = {
  asyncapi: '3.0.0',
  info: {
    title: 'The events of the Ateneu platform',
    version: '1',
    description: [
      'Every event that the services of the Ateneu cooperatiu of L’Hospitalet de Llobregat publish, over NATS JetStream.',
      '',
      'Events are CloudEvents 1.0 in structured JSON. Each contract has a version of its own, the last part of its type',
      'and of its subject; within a version nothing ever changes that an earlier reader would refuse. Readers accept',
      'fields and codes that they do not know. Every delivery may be a repeat: `id` tells. Events of one subject are in',
      'the order of `sequence`.',
      '',
      'Personal data is only ever in `data.personal`, and never in what partners receive.',
    ].join('\n'),
    license: { name: 'MPL-2.0', url: 'https://www.mozilla.org/MPL/2.0/' },
  },
};

/** One broker, reached with two sorts of credentials. */
export const servers = {
  services: {
    host: '{broker}',
    protocol: 'nats',
    description: 'The account of our own services. Stream EVENTS keeps 30 days.',
    variables: { broker: { description: 'Host and port of the broker.', default: 'localhost:4010' } },
  },
  partners: {
    host: '{broker}',
    protocol: 'nats',
    description: [
      'The account of one partner, with the `.creds` file handed out at onboarding. Each partner has an account of its',
      'own, which reaches its own consumer of stream REFERRALS and nothing else.',
    ].join('\n'),
    variables: { broker: { description: 'Host and port of the broker.', default: 'localhost:4010' } },
    security: [{ $ref: '#/components/securitySchemes/partnerCredentials' }],
  },
};

/** How a partner receives; said on each of its channels. */
export const partnerChannelNote = [
  'On stream REFERRALS, which keeps 30 days. A partner does not subscribe to the subject: it pulls from the durable',
  'consumer that was made for it, named by the public key of its account and filtered to its own subjects. Set the',
  'JetStream API prefix of the client to `ATENEU.API`, fetch, and acknowledge once the event is safe on your side: what',
  'is not acknowledged comes again, also after days offline.',
  '',
  'The copy has no personal data; read the person through the API while consent and the state of the referral allow it.',
].join('\n');

export const partnerSecurity = {
  partnerCredentials: {
    type: 'asymmetricEncryption',
    description: 'A NATS user JWT and its NKey seed, in the `.creds` file shown once at onboarding.',
  },
};
