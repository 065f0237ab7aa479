import { hashSecret, type LocalizedText } from '@ateneu/kernel';
import { type Database, isoTimestamp } from '@ateneu/persistence';

import { type AnswerValue, type Programme, programmeOf, type Questionnaire } from '../../vocabulary.ts';
import { questionnaireOf } from './questionnaire.ts';
import type { StartIntention } from './survey.store.ts';

/** What a link leads to. */
export interface OpenSurvey {
  sessionId: string;
  title: LocalizedText;
  startsAt: string;
  language: 'ca' | 'es';
  expiresAt: string;
  used: boolean;
  questionnaire: Questionnaire;
}

/** The survey of a link. */
export async function readSurvey({ pool }: Database, secret: string): Promise<OpenSurvey | undefined> {
  type Row = Omit<OpenSurvey, 'questionnaire'> & { programme: Programme; courseProgramme: Programme | null };
  const { rows } = await pool.query<Row>({
    name: 'survey-by-link',
    text: `select s.id as "sessionId", s.title, ${isoTimestamp('s.starts_at')} as "startsAt", i.language, i.used,
             ${isoTimestamp('i.expires_at')} as "expiresAt", s.programme, c.programme as "courseProgramme"
           from survey_invitation i join session s on s.id = i.session_id left join course c on c.id = s.course_id
           where i.hash = $1`,
    values: [hashSecret(secret)],
  });
  if (rows[0] === undefined) return undefined;
  const { programme, courseProgramme, ...survey } = rows[0];
  return { ...survey, questionnaire: questionnaireOf(programmeOf(programme, courseProgramme ?? {})) };
}

/** The answers of a session or course, and what they were asked. */
export interface SurveyAnswers {
  questionnaires: Questionnaire[];
  invited: number;
  answers: {
    answers: Record<string, AnswerValue>;
    before: StartIntention | null;
    after: StartIntention | null;
  }[];
}

/** Every answer of one session, or of all sessions of a course; none where there is no such thing. */
export async function readAnswers(
  { pool }: Database,
  subject: { sessionId: string } | { courseId: string },
): Promise<SurveyAnswers | undefined> {
  const [column, id] = 'sessionId' in subject ? ['id', subject.sessionId] : ['course_id', subject.courseId];
  const { rows } = await pool.query<{
    programmes: { own: Programme; ofCourse: Programme | null }[];
    invited: number;
    answers: SurveyAnswers['answers'];
  }>({
    name: `survey-answers-of-${column}`,
    text: `with asked as (select s.id, s.programme, c.programme as of_course
             from session s left join course c on c.id = s.course_id where s.${column} = $1)
           select
             coalesce((select json_agg(json_build_object('own', programme, 'ofCourse', of_course)) from asked), '[]') as programmes,
             (select count(*)::int from survey_invitation i join asked on asked.id = i.session_id) as invited,
             coalesce((select json_agg(json_build_object('answers', a.answers, 'before', a.start_before,
               'after', a.start_after)) from survey_answer a join asked on asked.id = a.session_id), '[]') as answers`,
    values: [id],
  });
  const [found] = rows;
  if (found === undefined || found.programmes.length === 0) return undefined;
  const questionnaires = found.programmes.map(({ own, ofCourse }) => questionnaireOf(programmeOf(own, ofCourse ?? {})));
  return { questionnaires, invited: found.invited, answers: found.answers };
}
