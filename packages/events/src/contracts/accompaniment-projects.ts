import { z } from 'zod';

import { defineEvent } from '../define-event.ts';
import { code, date, freeText, id, instant, localizedText, modality, person, text } from './fields.ts';

const service = 'accompaniment';
const projectId = '0198c1d2-7a10-7c3e-9f00-000000000008';
const accompanimentId = '0198c1d2-7a10-7c3e-9f00-000000000009';
const contactExample = { name: 'Fàtima El Amrani', email: 'fatima@example.org', language: 'ca' };

const contact = person.extend({ projectName: text.describe('What the group calls its project.') });

export const intakeLeadReceived = defineEvent({
  service,
  aggregate: 'intake',
  event: 'lead-received',
  version: 1,
  summary:
    'Somebody who answered the survey of a session asked the ateneu to get in touch, and is now in the triage queue. The ' +
    'person is told that the ateneu will write to them; no link, nothing to confirm.',
  consumers: ['notifications'],
  data: z.object({
    intakeId: id.describe('The request that was made of it.'),
    sessionId: id.describe('The session that was asked about.'),
    title: localizedText.describe('What the session is called.'),
    personal: person.describe('The person who asked to be contacted.'),
  }),
  example: {
    intakeId: '0198c1d2-7a10-7c3e-9f00-00000000000c',
    sessionId: '0198c1d2-7a10-7c3e-9f00-000000000003',
    title: { ca: 'Introducció a l’economia social', es: 'Introducción a la economía social' },
    personal: contactExample,
  },
});

export const projectMemberInvited = defineEvent({
  service,
  aggregate: 'project',
  event: 'member-invited',
  version: 1,
  summary:
    'Somebody is invited to the group of a project, or invited again. The person invited is told who invites them and to ' +
    'which project, with the link to accept or decline; earlier links to the same invitation no longer work.',
  consumers: ['notifications'],
  data: z.object({
    projectId: id.describe('The project.'),
    memberId: id.describe('The invitation, and the member once it is accepted.'),
    expiresAt: instant.describe('Until when the link is good, in UTC.'),
    personal: contact
      .extend({
        invitedBy: text.describe('Who invites, as a person reads it.'),
        inviteUrl: text.describe('The link to accept or decline. It is a secret: never log it.'),
      })
      .describe('The person invited.'),
  }),
  example: {
    projectId,
    memberId: '0198c1d2-7a10-7c3e-9f00-00000000000f',
    expiresAt: '2026-04-01T10:00:00.000Z',
    personal: {
      name: 'Omar Benali',
      email: 'omar@example.org',
      language: 'ca',
      projectName: 'Economat de la Florida',
      invitedBy: 'Fàtima El Amrani',
      inviteUrl: 'https://ateneu.example/accompaniment/v1/self-service/project-invitations/inv_example',
    },
  },
});

export const projectMerged = defineEvent({
  service,
  aggregate: 'project',
  event: 'merged',
  version: 1,
  summary: 'A project was found to be the same as another and went into it. Whoever keeps its id reads the other one.',
  data: z.object({
    projectId: id.describe('The project that is no more.'),
    intoProjectId: id.describe('The project that has all of it now.'),
  }),
  example: { projectId, intoProjectId: '0198c1d2-7a10-7c3e-9f00-000000000018' },
});

const accompanied = z.object({
  accompanimentId: id.describe('The accompaniment.'),
  projectId: id.describe('The project it is of.'),
  modality,
});
const accompaniedExample = { accompanimentId, projectId, modality: 'creation' };

export const accompanimentPhaseCompleted = defineEvent({
  service,
  aggregate: 'accompaniment',
  event: 'phase-completed',
  version: 1,
  summary: 'A phase of the itinerary was completed.',
  data: accompanied.extend({
    phase: code.describe('The phase, by its code in the itinerary.'),
    itineraryVersion: z.int().min(1).describe('The version of the modality’s itinerary.'),
    completed: z.int().min(1).describe('How many of its phases are completed now.'),
    phases: z.int().min(1).describe('How many it has.'),
  }),
  example: { ...accompaniedExample, phase: 'viability', itineraryVersion: 1, completed: 3, phases: 6 },
});

export const accompanimentAssigned = defineEvent({
  service,
  aggregate: 'accompaniment',
  event: 'assigned',
  version: 1,
  summary:
    'An accompaniment has another technician. The contact of the project, where there is one, is told who accompanies ' +
    'them from now on.',
  consumers: ['notifications'],
  data: accompanied.extend({
    personal: z
      .object({
        technician: z
          .object({
            id: text.describe('The subject of the technician’s tokens.'),
            name: text.describe('What they are called.'),
          })
          .describe('Who accompanies from now on.'),
        contact: contact.optional().describe('Who of the group is to be told.'),
      })
      .describe('Who accompanies, and who is to be told.'),
  }),
  example: {
    ...accompaniedExample,
    personal: {
      technician: { id: 'tania', name: 'Tània Soler' },
      contact: { ...contactExample, projectName: 'Economat de la Florida' },
    },
  },
});

export const accompanimentReopened = defineEvent({
  service,
  aggregate: 'accompaniment',
  event: 'reopened',
  version: 1,
  summary: 'An accompaniment that had ended goes on. Its outcome no longer counts.',
  data: accompanied.extend({ reason: freeText.describe('Why, in the words of the staff. It names no person.') }),
  example: { ...accompaniedExample, reason: 'El grup reprèn el projecte amb una nova sòcia.' },
});

export const jobInsertionRecorded = defineEvent({
  service,
  aggregate: 'job-insertion',
  event: 'recorded',
  version: 1,
  summary:
    'A job insertion was recorded, corrected or taken back. Ordered by `sequence`: each event says everything anew, and ' +
    'the last one counts. It says nothing of the person.',
  data: z.object({
    insertionId: id.describe('The job insertion.'),
    projectId: id.describe('The project that it is credited to.'),
    accompanimentId: id.describe('The accompaniment that it is credited to.'),
    contractType: code.describe('The kind of contract, by a code of the reference data.'),
    startsOn: date.describe('The first day of work.'),
    endsOn: date.optional().describe('The last day of work, where it is known.'),
    correction: z.boolean().describe('Whether something else was on record before.'),
    voided: z.boolean().describe('Whether it is taken back and counts no longer.'),
  }),
  example: {
    insertionId: '0198c1d2-7a10-7c3e-9f00-000000000010',
    projectId,
    accompanimentId,
    contractType: 'member',
    startsOn: '2026-07-01',
    correction: false,
    voided: false,
  },
});

export const consultancyRemoved = defineEvent({
  service,
  aggregate: 'consultancy',
  event: 'removed',
  version: 1,
  summary: 'A consultancy session had been recorded by mistake, and counts no longer.',
  data: z.object({
    consultancyId: id.describe('The consultancy session.'),
    accompanimentId: id.describe('The accompaniment it was recorded for.'),
    projectId: id.describe('The project of the accompaniment.'),
  }),
  example: { consultancyId: '0198c1d2-7a10-7c3e-9f00-00000000000b', accompanimentId, projectId },
});
