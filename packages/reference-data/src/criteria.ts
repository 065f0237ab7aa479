import type { LabelledCode } from './labelled-code.ts';

/** A criterion of the social and solidarity economy, met where there is evidence for it. */
export interface Criterion extends LabelledCode {
  /** What somebody who looks at an initiative asks to see. */
  evidence: { ca: string; es: string; en: string };
}

/** A list of criteria. A list that was published never changes: another one takes its place. */
export interface CriteriaList {
  /** Year and month from which it is used. */
  version: string;
  criteria: readonly Criterion[];
}

/** Every list that there has been, the newest first. */
export const criteriaLists: readonly CriteriaList[] = [
  {
    version: '2026-01',
    criteria: [
      {
        code: 'democracia-interna',
        label: { ca: 'Democràcia interna', es: 'Democracia interna', en: 'Internal democracy' },
        evidence: {
          ca: 'Qui decideix i com: assemblees l’any, actes, quotes de vot.',
          es: 'Quién decide y cómo: asambleas al año, actas, cuotas de voto.',
          en: 'Who decides and how: assemblies a year, minutes, shares of the vote.',
        },
      },
      {
        code: 'transparencia',
        label: { ca: 'Transparència', es: 'Transparencia', en: 'Transparency' },
        evidence: {
          ca: 'Comptes, estatuts o balanç social que qualsevol pot llegir, i on.',
          es: 'Cuentas, estatutos o balance social que cualquiera puede leer, y dónde.',
          en: 'Accounts, statutes or a social balance that anybody can read, and where.',
        },
      },
      {
        code: 'treball-digne',
        label: { ca: 'Treball digne', es: 'Trabajo digno', en: 'Decent work' },
        evidence: {
          ca: 'Conveni que s’aplica, tipus de contractes i diferència entre els salaris.',
          es: 'Convenio que se aplica, tipos de contratos y diferencia entre los salarios.',
          en: 'The agreement that applies, kinds of contracts and the spread of wages.',
        },
      },
      {
        code: 'perspectiva-feminista',
        label: { ca: 'Perspectiva feminista', es: 'Perspectiva feminista', en: 'Feminist perspective' },
        evidence: {
          ca: 'Pla d’igualtat o protocol, conciliació, i qui ocupa els càrrecs.',
          es: 'Plan de igualdad o protocolo, conciliación, y quién ocupa los cargos.',
          en: 'An equality plan or protocol, time for care, and who holds the offices.',
        },
      },
      {
        code: 'inclusio',
        label: { ca: 'Inclusió', es: 'Inclusión', en: 'Inclusion' },
        evidence: {
          ca: 'Persones amb més dificultats que hi treballen o hi participen.',
          es: 'Personas con más dificultades que trabajan o participan.',
          en: 'People with greater difficulties who work or take part.',
        },
      },
      {
        code: 'accessibilitat',
        label: { ca: 'Accessibilitat', es: 'Accesibilidad', en: 'Accessibility' },
        evidence: {
          ca: 'Com hi accedeix tothom: espai, web, llengua, preus.',
          es: 'Cómo accede todo el mundo: espacio, web, lengua, precios.',
          en: 'How everybody gets access: premises, website, language, prices.',
        },
      },
      {
        code: 'arrelament',
        label: { ca: 'Arrelament al territori', es: 'Arraigo en el territorio', en: 'Roots in the territory' },
        evidence: {
          ca: 'Activitats i acords amb veïnat i entitats del barri.',
          es: 'Actividades y acuerdos con vecindario y entidades del barrio.',
          en: 'Activities and agreements with neighbours and local groups.',
        },
      },
      {
        code: 'intercooperacio',
        label: { ca: 'Intercooperació', es: 'Intercooperación', en: 'Intercooperation' },
        evidence: {
          ca: 'Què compra, ven o comparteix amb altres iniciatives de l’economia social.',
          es: 'Qué compra, vende o comparte con otras iniciativas de la economía social.',
          en: 'What it buys, sells or shares with other initiatives of the social economy.',
        },
      },
      {
        code: 'treball-en-xarxa',
        label: { ca: 'Treball en xarxa', es: 'Trabajo en red', en: 'Networking' },
        evidence: {
          ca: 'Xarxes de què és membre i què hi fa.',
          es: 'Redes de las que es miembro y qué hace en ellas.',
          en: 'Networks it is a member of and what it does there.',
        },
      },
      {
        code: 'proximitat',
        label: { ca: 'Proveïdors de proximitat', es: 'Proveedores de proximidad', en: 'Local suppliers' },
        evidence: {
          ca: 'Quina part compra a prop i a qui.',
          es: 'Qué parte compra cerca y a quién.',
          en: 'What share it buys nearby and from whom.',
        },
      },
      {
        code: 'consum-responsable',
        label: { ca: 'Consum responsable', es: 'Consumo responsable', en: 'Responsible purchasing' },
        evidence: {
          ca: 'Criteris socials i ecològics amb què compra, segells si en té.',
          es: 'Criterios sociales y ecológicos con los que compra, sellos si los tiene.',
          en: 'Social and ecological criteria in purchasing, and labels if any.',
        },
      },
      {
        code: 'finances-etiques',
        label: { ca: 'Finances ètiques', es: 'Finanzas éticas', en: 'Ethical finance' },
        evidence: {
          ca: 'Entitats de finances ètiques amb què treballa i per a què.',
          es: 'Entidades de finanzas éticas con las que trabaja y para qué.',
          en: 'Ethical finance institutions it works with, and for what.',
        },
      },
      {
        code: 'programari-lliure',
        label: { ca: 'Programari lliure', es: 'Software libre', en: 'Free software' },
        evidence: {
          ca: 'Eines lliures que fa servir, i què ha publicat si ho fa.',
          es: 'Herramientas libres que utiliza, y qué ha publicado si lo hace.',
          en: 'Free tools it uses, and what it has published if it does.',
        },
      },
      {
        code: 'energia-i-emissions',
        label: { ca: 'Energia i emissions', es: 'Energía y emisiones', en: 'Energy and emissions' },
        evidence: {
          ca: 'Comercialitzadora, estalvi, mobilitat i mesura de la petjada.',
          es: 'Comercializadora, ahorro, movilidad y medida de la huella.',
          en: 'Energy supplier, savings, mobility and a measured footprint.',
        },
      },
      {
        code: 'residus',
        label: { ca: 'Residus i reutilització', es: 'Residuos y reutilización', en: 'Waste and reuse' },
        evidence: {
          ca: 'Què evita, reutilitza, repara o composta.',
          es: 'Qué evita, reutiliza, repara o composta.',
          en: 'What it avoids, reuses, repairs or composts.',
        },
      },
    ],
  },
];

/** A criterion of one version of the list, if there is one. */
export function findCriterion(version: string, code: string): Criterion | undefined {
  const list = criteriaLists.find((candidate) => candidate.version === version);
  return list?.criteria.find((criterion) => criterion.code === code);
}
