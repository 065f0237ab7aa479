import { indexByCode, type LabelledCode } from './labelled-code.ts';

/** An activity sector, as the Catalan ateneus name them today. */
export interface Sector extends LabelledCode {
  /** The nearest activity of ESSGlobal, the vocabulary that federated maps of the social and solidarity economy share. */
  essglobal: string;
}

/** Every sector, in the order that lists show them. */
export const sectors: readonly Sector[] = [
  { code: 'alimentacio', label: { ca: 'Alimentació', es: 'Alimentación', en: 'Food' }, essglobal: 'Food' },
  {
    code: 'assessorament',
    label: { ca: 'Assessorament', es: 'Asesoramiento', en: 'Consultancy' },
    essglobal: 'Goods & Services',
  },
  {
    code: 'comunicacio-tecnologia',
    label: { ca: 'Comunicació i tecnologia', es: 'Comunicación y tecnología', en: 'Communication and technology' },
    essglobal: 'Goods & Services',
  },
  {
    code: 'cultura',
    label: { ca: 'Cultura', es: 'Cultura', en: 'Culture' },
    essglobal: 'Arts, Media, Culture & Leisure',
  },
  { code: 'cures', label: { ca: 'Cures', es: 'Cuidados', en: 'Care' }, essglobal: 'Health, Social Care & Wellbeing' },
  { code: 'educacio', label: { ca: 'Educació', es: 'Educación', en: 'Education' }, essglobal: 'Education' },
  { code: 'finances', label: { ca: 'Finances', es: 'Finanzas', en: 'Finance' }, essglobal: 'Money & Finance' },
  { code: 'habitatge', label: { ca: 'Habitatge', es: 'Vivienda', en: 'Housing' }, essglobal: 'Housing' },
  { code: 'logistica', label: { ca: 'Logística', es: 'Logística', en: 'Logistics' }, essglobal: 'Goods & Services' },
  { code: 'oci', label: { ca: 'Oci', es: 'Ocio', en: 'Leisure' }, essglobal: 'Arts, Media, Culture & Leisure' },
  { code: 'roba', label: { ca: 'Roba', es: 'Ropa', en: 'Clothing' }, essglobal: 'Reduce, Reuse, Repair & Recycle' },
  { code: 'energia', label: { ca: 'Energia', es: 'Energía', en: 'Energy' }, essglobal: 'Energy' },
  { code: 'altres', label: { ca: 'Altres', es: 'Otros', en: 'Other' }, essglobal: 'Goods & Services' },
];

const byCode = indexByCode(sectors);

/** The sector of a code, if there is one. */
export function findSector(code: string): Sector | undefined {
  return byCode.get(code);
}
