import { indexByCode, type LabelledCode } from './labelled-code.ts';

/** A need of people that an initiative covers. */
export type Need = LabelledCode;

/** Every need, in the order that lists show them. */
export const needs: readonly Need[] = [
  { code: 'alimentacio', label: { ca: 'Alimentació', es: 'Alimentación', en: 'Food' } },
  { code: 'habitatge', label: { ca: 'Habitatge', es: 'Vivienda', en: 'Housing' } },
  { code: 'energia-i-aigua', label: { ca: 'Energia i aigua', es: 'Energía y agua', en: 'Energy and water' } },
  { code: 'salut', label: { ca: 'Salut', es: 'Salud', en: 'Health' } },
  { code: 'cures', label: { ca: 'Cures', es: 'Cuidados', en: 'Care' } },
  { code: 'crianca', label: { ca: 'Criança', es: 'Crianza', en: 'Raising children' } },
  { code: 'educacio', label: { ca: 'Educació i formació', es: 'Educación y formación', en: 'Education and training' } },
  { code: 'feina', label: { ca: 'Feina', es: 'Trabajo', en: 'Work' } },
  { code: 'mobilitat', label: { ca: 'Mobilitat', es: 'Movilidad', en: 'Mobility' } },
  { code: 'roba', label: { ca: 'Roba i calçat', es: 'Ropa y calzado', en: 'Clothing and shoes' } },
  { code: 'estalvi-i-credit', label: { ca: 'Estalvi i crèdit', es: 'Ahorro y crédito', en: 'Savings and credit' } },
  { code: 'assegurances', label: { ca: 'Assegurances', es: 'Seguros', en: 'Insurance' } },
  {
    code: 'connectivitat',
    label: { ca: 'Telefonia i internet', es: 'Telefonía e internet', en: 'Telephone and internet' },
  },
  { code: 'eines-digitals', label: { ca: 'Eines digitals', es: 'Herramientas digitales', en: 'Digital tools' } },
  { code: 'cultura', label: { ca: 'Cultura', es: 'Cultura', en: 'Culture' } },
  { code: 'lleure-i-esport', label: { ca: 'Lleure i esport', es: 'Ocio y deporte', en: 'Leisure and sport' } },
  {
    code: 'reparacio-i-reutilitzacio',
    label: { ca: 'Reparació i reutilització', es: 'Reparación y reutilización', en: 'Repair and reuse' },
  },
  {
    code: 'assessorament',
    label: { ca: 'Assessorament i gestió', es: 'Asesoramiento y gestión', en: 'Advice and administration' },
  },
  {
    code: 'espais',
    label: {
      ca: 'Espais on trobar-se o treballar',
      es: 'Espacios donde encontrarse o trabajar',
      en: 'Places to meet or work',
    },
  },
  {
    code: 'participacio',
    label: { ca: 'Participació i drets', es: 'Participación y derechos', en: 'Participation and rights' },
  },
];

const byCode = indexByCode(needs);

/** The need of a code, if there is one. */
export function findNeed(code: string): Need | undefined {
  return byCode.get(code);
}
