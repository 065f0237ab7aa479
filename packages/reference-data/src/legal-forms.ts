import { indexByCode, type LabelledCode } from './labelled-code.ts';

/** A legal form seen in the Catalan social and solidarity economy. */
export interface LegalForm extends LabelledCode {
  /** Whether it counts as a cooperative. */
  cooperative: boolean;
  /** The cooperative class in Catalan cooperative law, for cooperatives. */
  class?: string;
}

/** Every legal form, cooperatives first. */
export const legalForms: readonly LegalForm[] = [
  {
    code: 'cooperativa-treball-associat',
    label: { ca: 'Cooperativa de treball associat', es: 'Cooperativa de trabajo asociado', en: 'Worker cooperative' },
    cooperative: true,
    class: 'treball associat',
  },
  {
    code: 'cooperativa-consumidors',
    label: {
      ca: 'Cooperativa de consumidors i usuaris',
      es: 'Cooperativa de consumidores y usuarios',
      en: 'Consumer cooperative',
    },
    cooperative: true,
    class: 'consumidors i usuaris',
  },
  {
    code: 'cooperativa-habitatges',
    label: { ca: 'Cooperativa d’habitatges', es: 'Cooperativa de viviendas', en: 'Housing cooperative' },
    cooperative: true,
    class: 'habitatges',
  },
  {
    code: 'cooperativa-serveis',
    label: { ca: 'Cooperativa de serveis', es: 'Cooperativa de servicios', en: 'Service cooperative' },
    cooperative: true,
    class: 'serveis',
  },
  {
    code: 'cooperativa-ensenyament',
    label: { ca: 'Cooperativa d’ensenyament', es: 'Cooperativa de enseñanza', en: 'Education cooperative' },
    cooperative: true,
    class: 'ensenyament',
  },
  {
    code: 'cooperativa-agraria',
    label: { ca: 'Cooperativa agrària', es: 'Cooperativa agraria', en: 'Agricultural cooperative' },
    cooperative: true,
    class: 'agrària',
  },
  {
    code: 'cooperativa-integral',
    label: { ca: 'Cooperativa integral', es: 'Cooperativa integral', en: 'Multi-purpose cooperative' },
    cooperative: true,
    class: 'integral',
  },
  {
    code: 'cooperativa-segon-grau',
    label: { ca: 'Cooperativa de segon grau', es: 'Cooperativa de segundo grado', en: 'Second-tier cooperative' },
    cooperative: true,
    class: 'segon grau',
  },
  {
    code: 'societat-laboral',
    label: { ca: 'Societat laboral', es: 'Sociedad laboral', en: 'Employee-owned company' },
    cooperative: false,
  },
  { code: 'associacio', label: { ca: 'Associació', es: 'Asociación', en: 'Association' }, cooperative: false },
  { code: 'fundacio', label: { ca: 'Fundació', es: 'Fundación', en: 'Foundation' }, cooperative: false },
  {
    code: 'empresa-insercio',
    label: { ca: 'Empresa d’inserció', es: 'Empresa de inserción', en: 'Work integration enterprise' },
    cooperative: false,
  },
  {
    code: 'centre-especial-treball',
    label: { ca: 'Centre especial de treball', es: 'Centro especial de empleo', en: 'Special employment centre' },
    cooperative: false,
  },
  { code: 'mutualitat', label: { ca: 'Mutualitat', es: 'Mutualidad', en: 'Mutual society' }, cooperative: false },
  {
    code: 'societat-civil-privada',
    label: { ca: 'Societat civil privada (SCP)', es: 'Sociedad civil privada (SCP)', en: 'Private civil partnership' },
    cooperative: false,
  },
  {
    code: 'societat-limitada',
    label: { ca: 'Societat limitada (SL)', es: 'Sociedad limitada (SL)', en: 'Limited company' },
    cooperative: false,
  },
  {
    code: 'treball-autonom',
    label: { ca: 'Treball autònom', es: 'Trabajo autónomo', en: 'Self-employed' },
    cooperative: false,
  },
  {
    code: 'grup-informal',
    label: { ca: 'Grup informal', es: 'Grupo informal', en: 'Informal group' },
    cooperative: false,
  },
];

const byCode = indexByCode(legalForms);

/** The legal form of a code, if there is one. */
export function findLegalForm(code: string): LegalForm | undefined {
  return byCode.get(code);
}
