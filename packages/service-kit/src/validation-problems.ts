import type { Language } from '@ateneu/kernel';
import type { z } from 'zod';

import type { ValidationError } from './validation.ts';

/** One field that is wrong, as the caller is told. Never holds the value that was sent. */
export interface FieldProblem {
  /** JSON Pointer from the part of the request: `/body/name/ca`, `/query/size`, `/params/id`. */
  pointer: string;
  /** Stable reason: `required`, `too-long`, `format`… */
  code: string;
  /** The reason in the reader's language. */
  message: string;
}

type Sentences = Readonly<Record<Language, string>>;

const sentences = {
  required: { ca: 'Cal omplir-ho.', es: 'Es obligatorio.', en: 'This is required.' },
  type: { ca: 'No és del tipus esperat.', es: 'No es del tipo esperado.', en: 'This is not of the expected type.' },
  'too-short': {
    ca: 'Ha de tenir {limit} caràcters o més.',
    es: 'Debe tener {limit} caracteres o más.',
    en: 'This must have {limit} characters or more.',
  },
  'too-long': {
    ca: 'Ha de tenir {limit} caràcters o menys.',
    es: 'Debe tener {limit} caracteres o menos.',
    en: 'This must have {limit} characters or fewer.',
  },
  'too-few': {
    ca: 'Hi ha d’haver {limit} elements o més.',
    es: 'Debe haber {limit} elementos o más.',
    en: 'There must be {limit} items or more.',
  },
  'too-many': {
    ca: 'Hi ha d’haver {limit} elements o menys.',
    es: 'Debe haber {limit} elementos o menos.',
    en: 'There must be {limit} items or fewer.',
  },
  'too-small': {
    ca: 'No pot ser més petit que {limit}.',
    es: 'No puede ser menor que {limit}.',
    en: 'This cannot be less than {limit}.',
  },
  'too-big': {
    ca: 'No pot ser més gran que {limit}.',
    es: 'No puede ser mayor que {limit}.',
    en: 'This cannot be greater than {limit}.',
  },
  format: { ca: 'No té el format esperat.', es: 'No tiene el formato esperado.', en: 'The format is not valid.' },
  email: {
    ca: 'No és una adreça de correu electrònic vàlida.',
    es: 'No es una dirección de correo electrónico válida.',
    en: 'This is not a valid e-mail address.',
  },
  'unsafe-text': {
    ca: 'Conté caràcters que no s’admeten.',
    es: 'Contiene caracteres que no se admiten.',
    en: 'This contains characters that are not allowed.',
  },
  'too-deep': { ca: 'Té massa nivells.', es: 'Tiene demasiados niveles.', en: 'This is nested too deep.' },
  choice: {
    ca: 'Ha de ser un d’aquests valors: {options}.',
    es: 'Debe ser uno de estos valores: {options}.',
    en: 'This must be one of: {options}.',
  },
  'unknown-field': {
    ca: 'Aquest camp no existeix.',
    es: 'Este campo no existe.',
    en: 'There is no such field.',
  },
  rule: { ca: 'No és vàlid.', es: 'No es válido.', en: 'This is not valid.' },
} as const satisfies Record<string, Sentences>;

/** The reason codes a {@link FieldProblem} may have. */
export type FieldProblemCode = keyof typeof sentences;

const parts: Readonly<Record<string, string>> = { querystring: 'query' };

/** Tells the caller what is wrong with the request, field by field, in one language. */
export function fieldProblems(error: ValidationError, language: Language): FieldProblem[] {
  const part = error.validationContext ?? 'body';
  const root = `/${parts[part] ?? part}`;
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys
        .slice(0, 20)
        .map((key) => describe(pointerOf(root, [...issue.path, key]), 'unknown-field', language));
    }
    return [describeIssue(pointerOf(root, issue.path), issue, language)];
  });
}

function describeIssue(pointer: string, issue: z.core.$ZodIssue, language: Language): FieldProblem {
  if (issue.code !== 'custom' && issue.input === undefined && issue.code !== 'invalid_format') {
    return describe(pointer, 'required', language);
  }
  switch (issue.code) {
    case 'invalid_type':
      return describe(pointer, 'type', language);
    case 'too_small':
    case 'too_big':
      return describe(pointer, sizeCode(issue), language, { limit: limitOf(issue) });
    case 'invalid_format':
      return describe(pointer, formatCode(issue.format), language);
    case 'invalid_value':
      return describe(pointer, 'choice', language, { options: issue.values.slice(0, 30).map(String).join(', ') });
    case 'custom':
      return { pointer, code: 'rule', message: customMessage(issue, language) };
    default:
      return describe(pointer, 'rule', language);
  }
}

function describe(
  pointer: string,
  code: FieldProblemCode,
  language: Language,
  params: Record<string, string> = {},
): FieldProblem {
  const message = sentences[code][language].replace(/\{(\w+)\}/g, (_placeholder, name: string) => params[name] ?? '');
  return { pointer, code, message };
}

function sizeCode(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): FieldProblemCode {
  const small = issue.code === 'too_small';
  // An empty text where one is needed reads better as missing than as "1 character or more".
  if (issue.origin === 'string') {
    if (small) return issue.minimum === 1 ? 'required' : 'too-short';
    return 'too-long';
  }
  if (issue.origin === 'array' || issue.origin === 'set') return small ? 'too-few' : 'too-many';
  return small ? 'too-small' : 'too-big';
}

function limitOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  return issue.origin === 'date' ? new Date(Number(limit)).toISOString() : String(limit);
}

const formatCodes: Readonly<Record<string, FieldProblemCode>> = {
  email: 'email',
  safe_text: 'unsafe-text',
  depth: 'too-deep',
};

function formatCode(format: string): FieldProblemCode {
  return formatCodes[format] ?? 'format';
}

/** A schema's own rule speaks through `params.message`, in the three languages, or through a plain `error` text. */
function customMessage(issue: z.core.$ZodIssueCustom, language: Language): string {
  const localized = issue.params?.['message'] as Partial<Sentences> | undefined;
  if (localized?.ca !== undefined) return localized[language] ?? localized.ca;
  return issue.message === 'Invalid input' ? sentences.rule[language] : issue.message;
}

function pointerOf(root: string, path: readonly PropertyKey[]): string {
  const segments = path.map((key) => String(key).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1'));
  return [root, ...segments].join('/').toWellFormed();
}
