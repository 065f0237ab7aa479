import { defineMigration } from '@ateneu/persistence';

/** Which answers have been mixed with the others of their session. */
export const shuffledAnswers = defineMigration('202611251500_shuffled_answers', {
  up: [
    `alter table survey_answer add column shuffled boolean not null default false`,
    `create index survey_answer_unshuffled on survey_answer (session_id) where not shuffled`,
  ],
  down: [`alter table survey_answer drop column shuffled`],
});
