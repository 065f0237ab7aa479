import { freeCode } from '../../../ui/codes.ts';
import { type Fields, fieldsOf, type FormValues, given } from '../../../ui/fields.ts';
import { closeRanks, rowCount } from '../../../ui/rows.ts';
import type { paths } from '../../../upstream/generated/training.ts';

/** What a course or a session says of itself, as the service has it. */
export type Programme =
  paths['/v1/staff/courses/{id}']['get']['responses'][200]['content']['application/json']['programme'];
type Question = NonNullable<Programme['questions']>[number];

/** What is done. */
export const actionKinds = ['workshop', 'course', 'talk', 'dissemination'] as const;
/** How a question is answered. */
export const questionTypes = ['text', 'choice', 'several', 'yes-no', 'number', 'date'] as const;

const questions = 'programme.questions';
const materials = 'programme.materials';

/** The fields of a programme as a form holds them. */
export function programmeValues(programme: Programme): FormValues {
  const { justification, certificate } = programme;
  const values: Record<string, string> = {
    'programme.kind': programme.kind ?? '',
    'programme.topics': programme.topics?.join(', ') ?? '',
    'programme.audience.ca': programme.audience?.ca ?? '',
    'programme.audience.es': programme.audience?.es ?? '',
    'programme.responsible.name': programme.responsible?.name ?? '',
    'programme.justification': justification === undefined ? '' : `${justification.call} ${justification.actuacio}`,
    'programme.justification.organiser': justification?.organiser ?? '',
    'programme.justification.municipality': justification?.municipality ?? '',
    'programme.joinUrl': programme.joinUrl ?? '',
    'programme.instructions.ca': programme.instructions?.ca ?? '',
    'programme.instructions.es': programme.instructions?.es ?? '',
    'programme.certificate.minimumPercent': certificate === undefined ? '' : String(certificate.minimumPercent),
  };
  for (const [index, { title, url }] of (programme.materials ?? []).entries()) {
    values[`${materials}.${index}.title.ca`] = title.ca;
    values[`${materials}.${index}.title.es`] = title.es ?? '';
    values[`${materials}.${index}.url`] = url;
  }
  for (const [index, question] of (programme.questions ?? []).entries()) {
    const at = `${questions}.${index}`;
    values[`${at}.id`] = question.id;
    values[`${at}.type`] = question.type;
    values[`${at}.label.ca`] = question.label.ca;
    values[`${at}.label.es`] = question.label.es ?? '';
    values[`${at}.required`] = question.required ? 'yes' : '';
    if ('options' in question) values[`${at}.options`] = question.options.map(optionLine).join('\n');
  }
  return values;
}

const optionLine = ({ label }: { label: { ca: string; es?: string | undefined } }): string =>
  label.es === undefined ? label.ca : `${label.ca} | ${label.es}`;

/** A form without the rows that say nothing. */
export function tidyProgramme(values: FormValues): FormValues {
  const sayMaterial = ['title.ca', 'title.es', 'url'];
  return closeRanks(closeRanks(values, questions, ['label.ca', 'label.es']), materials, sayMaterial);
}

/** The programme that a form says, over what it does not speak of. */
export function readProgramme(fields: Fields, stored: Programme = {}): Programme {
  const words = (name: string, before?: { en?: string | undefined }) => {
    const ca = fields.text(`${name}.ca`);
    return ca === undefined ? undefined : { ca, ...given({ es: fields.text(`${name}.es`), en: before?.en }) };
  };
  const topics = fields
    .text('programme.topics')
    ?.split(',')
    .map((topic) => topic.trim());
  const name = fields.text('programme.responsible.name');
  const [call, actuacio] = fields.text('programme.justification')?.split(' ') ?? [];
  const minimumPercent = fields.number('programme.certificate.minimumPercent');
  const read = {
    kind: actionKinds.find((kind) => kind === fields.text('programme.kind')),
    topics: topics?.filter((topic) => topic !== ''),
    audience: words('programme.audience', stored.audience),
    // The same person keeps the account that the record names; another one has none yet.
    responsible: name === undefined ? undefined : name === stored.responsible?.name ? stored.responsible : { name },
    justification:
      call === undefined || actuacio === undefined
        ? undefined
        : {
            ...kept(stored.justification),
            call,
            actuacio,
            ...given({
              organiser: fields.text('programme.justification.organiser'),
              municipality: fields.text('programme.justification.municipality'),
            }),
          },
    joinUrl: fields.text('programme.joinUrl'),
    instructions: words('programme.instructions', stored.instructions),
    certificate: minimumPercent === undefined ? undefined : { minimumPercent },
    materials: readRows(fields, materials, (at, index) => ({
      title: words(`${at}.title`, stored.materials?.[index]?.title) ?? { ca: '' },
      url: fields.required(`${at}.url`),
    })),
    questions: readQuestions(fields, stored.questions ?? []),
    survey: stored.survey,
  };
  return given(read);
}

/** What of the justification the form does not speak of. */
function kept(stored: Programme['justification']): Partial<NonNullable<Programme['justification']>> {
  const { organiser: _organiser, municipality: _municipality, ...rest } = stored ?? {};
  return rest;
}

function readRows<T>(fields: Fields, list: string, read: (at: string, index: number) => T): T[] | undefined {
  const count = rowCount(fields.values, list);
  return count === 0 ? undefined : Array.from({ length: count }, (_, index) => read(`${list}.${index}`, index));
}

function readQuestions(fields: Fields, stored: readonly Question[]): Question[] | undefined {
  const taken = new Set(stored.map(({ id }) => id));
  return readRows(fields, questions, (at) => {
    const own = fieldsOf(fields.values);
    const before = stored.find(({ id }) => id === own.text(`${at}.id`));
    const label = own.required(`${at}.label.ca`);
    const id = before?.id ?? freeCode(label, taken);
    taken.add(id);
    const common = {
      id,
      label: { ca: label, ...given({ es: own.text(`${at}.label.es`), en: before?.label.en }) },
      required: own.flag(`${at}.required`),
      ...given({ help: before?.help }),
    };
    const type = questionTypes.find((one) => one === own.text(`${at}.type`)) ?? 'text';
    switch (type) {
      case 'choice':
      case 'several':
        return { type, ...common, options: readOptions(own.text(`${at}.options`), before) };
      case 'number':
        return { type, ...common, ...(before?.type === 'number' ? given({ min: before.min, max: before.max }) : {}) };
      default:
        return { type, ...common };
    }
  });
}

/** Options, one a line; one that there was keeps its code, by which people have answered. */
function readOptions(text: string | undefined, before: Question | undefined) {
  const known = before !== undefined && 'options' in before ? before.options : [];
  const taken = new Set(known.map(({ value }) => value));
  return (text ?? '').split('\n').flatMap((line) => {
    const [ca = '', es] = line.split('|').map((part) => part.trim());
    if (ca === '') return [];
    const same = known.find(({ label }) => label.ca === ca);
    const value = same?.value ?? freeCode(ca, taken);
    taken.add(value);
    return [{ value, label: { ca, ...given({ es: es === '' ? undefined : es, en: same?.label.en }) } }];
  });
}
