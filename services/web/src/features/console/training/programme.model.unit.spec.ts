import { describe, expect, it } from 'vitest';

import { fieldsOf, type FormValues } from '../../../ui/fields.ts';
import { freeCode } from '../../../ui/codes.ts';
import { type Programme, programmeValues, readProgramme, tidyProgramme } from './programme.model.ts';

const programme: Programme = {
  kind: 'course',
  topics: ['cooperatives', 'economia'],
  audience: { ca: 'Tothom', en: 'Everybody' },
  responsible: { id: 'tania', name: 'Tània Soler' },
  justification: { call: '2024-2025', actuacio: '2.1', cofundedBy: 'Ajuntament', organiser: 'Coop57' },
  joinUrl: 'https://video.example/sala',
  instructions: { ca: 'Porteu un ordinador.', es: 'Traiga un ordenador.' },
  certificate: { minimumPercent: 80 },
  materials: [{ title: { ca: 'Guia' }, url: 'https://example.org/guia.pdf' }],
  questions: [
    { type: 'text', id: 'per-que', label: { ca: 'Per què hi veniu?' }, required: true },
    {
      type: 'choice',
      id: 'torn',
      label: { ca: 'Quin torn?', es: '¿Qué turno?' },
      required: false,
      options: [
        { value: 'm', label: { ca: 'Matí', es: 'Mañana' } },
        { value: 't', label: { ca: 'Tarda' } },
      ],
    },
    { type: 'number', id: 'anys', label: { ca: 'Quants anys fa?' }, required: false, min: 0, max: 99 },
  ],
  survey: { questions: [{ type: 'scale', id: 'general', label: { ca: 'En general' } }], asksAboutStarting: true },
};
const sent = (changes: FormValues = {}) => fieldsOf(tidyProgramme({ ...programmeValues(programme), ...changes }));

describe('the programme of a form', () => {
  it('loses nothing of what was stored by being opened and saved', () => {
    expect(readProgramme(sent(), programme)).toEqual(programme);
  });

  it('takes out what was emptied, and gives new questions and options codes of their own', () => {
    const read = readProgramme(
      sent({
        'programme.joinUrl': '',
        'programme.certificate.minimumPercent': '',
        'programme.responsible.name': 'Carme Ribas',
        'programme.questions.0.label.ca': '',
        'programme.questions.1.options': 'Matí | Mañana\nNit\n\nNit',
        'programme.questions.3.label.ca': 'Quin torn?',
        'programme.questions.3.type': 'yes-no',
      }),
      programme,
    );
    expect(read).not.toHaveProperty('joinUrl');
    expect(read).not.toHaveProperty('certificate');
    expect(read.responsible).toEqual({ name: 'Carme Ribas' });
    expect(read.questions).toEqual([
      {
        type: 'choice',
        id: 'torn',
        label: { ca: 'Quin torn?', es: '¿Qué turno?' },
        required: false,
        options: [
          { value: 'm', label: { ca: 'Matí', es: 'Mañana' } },
          { value: 'nit', label: { ca: 'Nit' } },
          { value: 'nit-2', label: { ca: 'Nit' } },
        ],
      },
      { type: 'number', id: 'anys', label: { ca: 'Quants anys fa?' }, required: false, min: 0, max: 99 },
      { type: 'yes-no', id: 'quin-torn', label: { ca: 'Quin torn?' }, required: false },
    ]);
  });

  it('makes codes of any words', () => {
    expect(freeCode('Què en penseu, d’això?', new Set())).toBe('que-en-penseu-d-aixo');
    expect(freeCode('123', new Set())).toBe('q');
    expect(freeCode('Sí', new Set(['si', 'si-2']))).toBe('si-3');
  });
});
