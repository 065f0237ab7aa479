import { defineTexts } from './define.ts';

export const homeTexts = defineTexts({
  title: {
    ca: 'L’economia de la gent, a L’Hospitalet',
    es: 'La economía de la gente, en L’Hospitalet',
    en: 'The people’s economy, in L’Hospitalet',
  },
  lead: {
    ca: 'Fem visibles les iniciatives cooperatives i solidàries de la ciutat, formem qui hi vol entrar i acompanyem qui en vol crear una.',
    es: 'Damos visibilidad a las iniciativas cooperativas y solidarias de la ciudad, formamos a quien quiere entrar y acompañamos a quien quiere crear una.',
    en: 'We make the city’s cooperative and solidarity initiatives visible, train those who want to join and accompany those who want to start one.',
  },
  searchLabel: {
    ca: 'Què busqueu al directori?',
    es: '¿Qué busca en el directorio?',
    en: 'What are you looking for in the directory?',
  },
  searchHint: {
    ca: 'Per exemple: queviures, cures, habitatge',
    es: 'Por ejemplo: comestibles, cuidados, vivienda',
    en: 'For example: groceries, care, housing',
  },
  search: { ca: 'Cerca', es: 'Buscar', en: 'Search' },
  wantToTitle: { ca: 'Què voleu fer?', es: '¿Qué quiere hacer?', en: 'What do you want to do?' },
  directoryTitle: { ca: 'Trobar una iniciativa', es: 'Encontrar una iniciativa', en: 'Find an initiative' },
  directoryText: {
    ca: 'Cooperatives, associacions i grups de cada barri, i què ofereixen.',
    es: 'Cooperativas, asociaciones y grupos de cada barrio, y qué ofrecen.',
    en: 'Cooperatives, associations and groups of each neighbourhood, and what they offer.',
  },
  trainingTitle: { ca: 'Aprendre', es: 'Aprender', en: 'Learn' },
  trainingText: {
    ca: 'Tallers i xerrades durant tot l’any, gratuïts i oberts a tothom.',
    es: 'Talleres y charlas durante todo el año, gratuitos y abiertos a todo el mundo.',
    en: 'Workshops and talks all year round, free and open to everyone.',
  },
  accompanimentTitle: {
    ca: 'Crear o enfortir una cooperativa',
    es: 'Crear o reforzar una cooperativa',
    en: 'Start or strengthen a cooperative',
  },
  accompanimentText: {
    ca: 'De la idea als estatuts, i més enllà: us hi acompanya un equip expert.',
    es: 'De la idea a los estatutos, y más allá: le acompaña un equipo experto.',
    en: 'From the idea to the statutes, and beyond: an expert team goes with you.',
  },
  next: { ca: 'Properes sessions', es: 'Próximas sesiones', en: 'Coming sessions' },
  noNext: {
    ca: 'Ara mateix no hi ha cap sessió anunciada.',
    es: 'Ahora mismo no hay ninguna sesión anunciada.',
    en: 'There is no session announced right now.',
  },
  allSessions: { ca: 'Totes les sessions', es: 'Todas las sesiones', en: 'All sessions' },
  newest: { ca: 'Acabades d’arribar al directori', es: 'Recién llegadas al directorio', en: 'New in the directory' },
  allInitiatives: { ca: 'Tot el directori', es: 'Todo el directorio', en: 'The whole directory' },
  partSessions: { ca: 'les properes sessions', es: 'las próximas sesiones', en: 'the coming sessions' },
  partInitiatives: { ca: 'les iniciatives', es: 'las iniciativas', en: 'the initiatives' },
});
