import type { LocalizedText } from '@ateneu/kernel';

/** What kind of action a course or session is. */
export const actionKinds = ['workshop', 'course', 'talk', 'dissemination'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Where one person takes part: in the room, or by video. */
export const attendancePlaces = ['room', 'online'] as const;
export type AttendancePlace = (typeof attendancePlaces)[number];

interface QuestionCommon {
  /** Names the question in answers; kept for good once somebody answered. */
  id: string;
  label: LocalizedText;
  help?: LocalizedText | undefined;
  required: boolean;
}

/** Something to choose. */
export interface QuestionOption {
  value: string;
  label: LocalizedText;
}

/** What a course or session asks of whoever enrols, besides what every enrolment asks. */
export type Question =
  | ({ type: 'text' } & QuestionCommon)
  | ({ type: 'choice'; options: readonly QuestionOption[] } & QuestionCommon)
  | ({ type: 'several'; options: readonly QuestionOption[] } & QuestionCommon)
  | ({ type: 'yes-no' } & QuestionCommon)
  | ({ type: 'number'; min?: number | undefined; max?: number | undefined } & QuestionCommon)
  /** `YYYY-MM-DD`. */
  | ({ type: 'date' } & QuestionCommon);

/** An answer, in the form that its question's type gives it. */
export type AnswerValue = string | number | boolean | readonly string[];

/** Answers by the question's id. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Under what an action is justified to the funder; what the workbook carries of it. */
export interface Justification {
  /** A call of the reference data, and an actuació of it. */
  call: string;
  actuacio: string;
  /** Who carries it out, when it is not the ateneu. */
  organiser?: string | undefined;
  /** Where, when it is not L'Hospitalet. */
  municipality?: string | undefined;
  /** Whether there was material to spread the word. */
  disseminationMaterial?: boolean | undefined;
  /** Where the proof is kept. */
  document?: string | undefined;
  cofundedBy?: string | undefined;
  /** Whether the cofunding is of another ateneu's or cooperation agreement (_AACC_). */
  cofundedWithAacc?: boolean | undefined;
  strategicLine?: string | undefined;
}

/** A document or page for whoever is enrolled. */
export interface Material {
  title: LocalizedText;
  url: string;
}

/** A question of the survey, answered by whoever attended. */
export type SurveyQuestion =
  /** From 1 (not at all) to 5 (very much). */
  | { id: string; type: 'scale'; label: LocalizedText }
  | { id: string; type: 'yes-no'; label: LocalizedText }
  | { id: string; type: 'text'; label: LocalizedText }
  | { id: string; type: 'choice'; label: LocalizedText; options: readonly QuestionOption[] };

/** What is asked after a session. */
export interface Questionnaire {
  questions: readonly SurveyQuestion[];
  /** Whether people are asked about starting a cooperative, before and after. */
  asksAboutStarting: boolean;
}

/**
 * What a course says of all its sessions, and a session of itself: whatever a session does not say is its course's.
 * `joinUrl`, `instructions` and `materials` are for whoever has a place, and never public.
 */
export interface Programme {
  kind?: ActionKind | undefined;
  /** Short words in Catalan, lower case. */
  topics?: readonly string[] | undefined;
  audience?: LocalizedText | undefined;
  /** The technician who answers for it. */
  responsible?: { id?: string | undefined; name: string } | undefined;
  justification?: Justification | undefined;
  joinUrl?: string | undefined;
  instructions?: LocalizedText | undefined;
  materials?: readonly Material[] | undefined;
  questions?: readonly Question[] | undefined;
  /** Whoever attended this much of the time, in percent, gets a certificate; nobody where it is absent. */
  certificate?: { minimumPercent: number } | undefined;
  survey?: Questionnaire | undefined;
}

/** What holds for a session: its own, and its course's where it says nothing. Questions add up. */
export function programmeOf(own: Programme, ofCourse: Programme = {}): Programme {
  const asked = [...(ofCourse.questions ?? []), ...(own.questions ?? [])];
  return { ...ofCourse, ...own, ...(asked.length === 0 ? {} : { questions: asked }) };
}
