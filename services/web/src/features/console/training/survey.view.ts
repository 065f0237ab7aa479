import { html, type Html } from '../../../html.ts';
import type { DeskAnswer, DeskView } from '../../../shell/desk-page.ts';
import { bars } from '../../../ui/charts.ts';
import { table } from '../../../ui/lists.ts';
import { notice } from '../../../ui/parts.ts';
import type { paths } from '../../../upstream/generated/training.ts';
import { trainingNav } from '../section-nav.view.ts';

type Words = Parameters<DeskView['say']>[0];
type Survey = paths['/v1/staff/sessions/{id}/survey']['get']['responses'][200]['content']['application/json'];

/** What people said of a session, or of all sessions of a course: each question as a picture and as numbers. */
export function surveyPage(view: DeskView, { title }: { title: Words }, survey: Survey, of: string): DeskAnswer {
  const { consoleSessions: t } = view.t;
  const { invited, answered, questions, startCooperative } = survey;
  return {
    title: `${t.survey}: ${view.plain(title)}`,
    section: 'sessions',
    body: html`${trainingNav(view, of.startsWith('/courses') ? '/courses' : '/sessions')}
      <h1>${t.survey}</h1>
      <p class="lead"><a href="${view.at(of)}">${view.say(title)}</a></p>
      <p>${t.surveyAnswered(answered, invited)}</p>
      ${
        answered === 0
          ? notice('info', t.surveyNone)
          : html`${meansPart(view, questions)} ${startPart(view, startCooperative)}
            ${questions.map((question) => questionPart(view, question))}`
      }`,
  };
}

/** What was given how many points, the worst first: where there is something to mend. */
function meansPart(view: DeskView, questions: Survey['questions']): Html {
  const { consoleSessions: t, cases } = view.t;
  const points = questions.flatMap(({ label, mean, answered }) => (mean === null ? [] : [{ label, mean, answered }]));
  if (points.length === 0) return html``;
  return html`<section>
    <h2>${t.surveyMeans}</h2>
    ${table(view, t.surveyMeans, {
      headings: [t.surveyQuestion, t.surveyPoints, cases.group],
      rows: points
        .toSorted((left, right) => left.mean - right.mean)
        .map(({ label, mean, answered }) => [view.say(label), meanText(view, mean), answered]),
    })}
  </section>`;
}

function meanText(view: DeskView, mean: number): string {
  return new Intl.NumberFormat(view.language, { maximumFractionDigits: 1 }).format(mean);
}

/** How many want to start a cooperative, before and after: what the training is for. */
function startPart(view: DeskView, { answered, before, after, moved }: Survey['startCooperative']): Html {
  const { consoleCourses: t, accompanimentDesk: moments } = view.t;
  if (answered === 0) return html``;
  const names = { no: t.no, maybe: t.maybe, yes: t.yes } as const;
  const intentions = ['yes', 'maybe', 'no'] as const;
  return html`<section>
    <h2>${t.wantsToStart} <small>${answered}</small></h2>
    <p>${t.moreThanBefore(moved)}</p>
    <div class="beside">
      ${bars(
        t.wantsToStart,
        intentions.flatMap((one) => [
          { label: `${names[one]}, ${t.before}`, value: before[one], text: String(before[one]), past: true },
          { label: `${names[one]}, ${t.after}`, value: after[one], text: String(after[one]) },
        ]),
        { most: answered },
      )}
      ${table(view, t.wantsToStart, {
        headings: [view.t.consoleSessions.surveyAnswers, moments.before, moments.after],
        rows: intentions.map((one) => [names[one], before[one], after[one]]),
      })}
    </div>
  </section>`;
}

/** What an answer is called: the words of an option, yes or no, or the number itself. */
function answerName(view: DeskView, { type, options }: Survey['questions'][number], value: string): string {
  const { consoleCourses: t } = view.t;
  if (type === 'yes-no') return value === 'true' ? t.yes : t.no;
  const option = options.find((one) => one.value === value);
  return option === undefined ? value : view.plain(option.label);
}

function questionPart(view: DeskView, question: Survey['questions'][number]): Html {
  const { label, answered, mean, counts, texts } = question;
  const t = view.t.consoleSessions;
  const entries = Object.entries(counts).map(([value, count]) => [answerName(view, question, value), count] as const);
  const most = Math.max(1, ...entries.map(([, count]) => count));
  const name = view.plain(label);
  return html`<section>
    <h2>${view.say(label)} <small>${answered}</small></h2>
    ${mean !== null && html`<p>${t.surveyMean(meanText(view, mean))}</p>`}
    ${
      entries.length > 0 &&
      html`<div class="beside">
        ${bars(
          name,
          entries.map(([value, count]) => ({ label: value, value: count, text: String(count) })),
          { most },
        )}
        ${table(view, `${name}: ${t.surveyAnswers}`, { headings: [t.surveyAnswers, view.t.cases.group], rows: entries.map(([value, count]) => [value, count]) })}
      </div>`
    }
    ${
      texts.length > 0 &&
      html`<ul>
        ${texts.map((text) => html`<li>${text}</li>`)}
      </ul>`
    }
  </section>`;
}
