import type { LocalizedText } from '@ateneu/kernel';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

import type { Programme } from '../../vocabulary.ts';

/** The states of a course: `draft → published`, and `cancelled` from both. */
export const courseStatuses = ['draft', 'published', 'cancelled'] as const;

/** The row of a course: what its sessions have in common. Places, dates and people are theirs. */
export const CourseEntity = defineEntity({
  name: 'Course',
  tableName: 'course',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    status: p.string().$type<(typeof courseStatuses)[number]>(),
    title: p.json<LocalizedText>(),
    summary: p.json<LocalizedText>(),
    programme: p.json<Programme>(),
    cancellationReason: p.json<LocalizedText>().nullable(),
    clonedFrom: p.uuid().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
  },
});

export type CourseRow = InferEntity<typeof CourseEntity>;
