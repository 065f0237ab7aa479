import { surveyAnswered } from '@ateneu/events';
import { type Language, languages, newId } from '@ateneu/kernel';
import { type Subscription, subscription } from '@ateneu/messaging';
import type { Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import { decide } from './intake.decide.ts';
import type { IntakeStore } from './intake.store.ts';
import { initialIntake, type Lead } from './intake.ts';

/** The text under which the survey asks whether the ateneu may get in touch. */
const textVersion = 'training-survey';

const sentences = {
  ca: (title: string) => `Idea sorgida de «${title}»`,
  es: (title: string) => `Idea surgida de «${title}»`,
  en: (title: string) => `An idea that came up at “${title}”`,
};

/**
 * Somebody who asked the ateneu, in the survey of a session, to get in touch becomes a request in the triage queue, with
 * what they attended. It needs no confirmation: they enrolled with the address. Where they already have an open request,
 * that one learns of it.
 */
export function onSurveyAnswered(store: Pick<IntakeStore, 'createIn'>): Subscription {
  return subscription(surveyAnswered, {
    name: 'make-lead',
    handle: async ({ data, time }, tx) => {
      const { personal } = data;
      if (personal === undefined) return;
      const at = new Date(time);
      const language: Language = languages.find((known) => known === personal.language) ?? 'ca';
      const lead: Lead = {
        answerId: data.answerId,
        sessionId: data.sessionId,
        title: data.title,
        startCooperative: data.startCooperative,
        history: data.history ?? [],
      };
      if (await keepWithOpenRequest(tx, emailKey(personal.email), lead, at)) return;
      const title = data.title[language] ?? data.title.ca;
      const name = sentences[language](title).slice(0, 150).toWellFormed();
      const { name: personName, email, phone } = personal;
      const content = {
        id: newId(),
        modality: data.startCooperative?.after === 'yes' ? ('creation' as const) : ('unknown' as const),
        project: { name, description: name },
        person: { name: personName, email, phone, language },
        textVersion,
        lead,
      };
      await store.createIn(tx, decide({ type: 'request', content, at }, initialIntake));
    },
  });
}

async function keepWithOpenRequest(tx: Transaction, key: string, lead: Lead, at: Date): Promise<boolean> {
  const [open] = await tx.query<{ id: string; version: number }>(
    `select id, version from intake where email_key = $1 and confirmed_at is not null
       and status in ('received', 'acknowledged', 'first-meeting') order by created_at limit 1 for update`,
    [key],
  );
  if (open === undefined) return false;
  const version = open.version + 1;
  await tx.query(`update intake set lead = $2, version = $3, updated_at = $4 where id = $1`, [
    open.id,
    JSON.stringify(lead),
    version,
    at,
  ]);
  await tx.query(
    `insert into intake_history (intake_id, sequence, event, at, actor_kind) values ($1, $2, 'survey-answered', $3, 'system')`,
    [open.id, version, at],
  );
  await tx.audit({ action: 'survey-answered', subjectType: 'intake', subjectId: open.id });
  return true;
}
