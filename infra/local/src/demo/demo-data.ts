/** Made-up initiatives of the city: nobody's real name, address or project. */
export const demoInitiatives = [
  {
    name: { ca: 'Queviures de la Florida', es: 'Ultramarinos de la Florida' },
    summary: {
      ca: 'Botiga cooperativa d’aliments de proximitat, oberta a tothom del barri.',
      es: 'Tienda cooperativa de alimentos de proximidad, abierta a todo el barrio.',
    },
    legalForm: 'cooperativa-consumidors',
    sectors: ['alimentacio'],
    neighbourhood: '7',
    position: { longitude: 2.1116, latitude: 41.3686 },
  },
  {
    name: { ca: 'Cures de Bellvitge' },
    summary: { ca: 'Cooperativa de treball que cuida persones grans a casa seva.' },
    legalForm: 'cooperativa-treball-associat',
    sectors: ['cures'],
    neighbourhood: '12',
    position: { longitude: 2.1118, latitude: 41.3497 },
  },
  {
    name: { ca: 'Ràdio Pubilla' },
    summary: { ca: 'Ràdio comunitària feta per joves de Pubilla Cases i Can Serra.' },
    legalForm: 'associacio',
    sectors: ['comunicacio-tecnologia', 'cultura'],
    neighbourhood: '10',
    position: { longitude: 2.1045, latitude: 41.3735 },
  },
  {
    name: { ca: 'Sol de Santa Eulàlia', es: 'Sol de Santa Eulàlia' },
    summary: {
      ca: 'Comunitat energètica amb plaques als terrats de tres blocs.',
      es: 'Comunidad energética con placas en las azoteas de tres bloques.',
    },
    legalForm: 'cooperativa-serveis',
    sectors: ['energia'],
    neighbourhood: '6',
    position: { longitude: 2.1265, latitude: 41.366 },
  },
  {
    name: { ca: 'La Col·lectiva, habitatge en cessió d’ús' },
    summary: { ca: 'Grup que construeix vint-i-quatre habitatges cooperatius al Gornal.' },
    legalForm: 'cooperativa-habitatges',
    sectors: ['habitatge'],
    neighbourhood: '11',
    position: { longitude: 2.1215, latitude: 41.3525 },
  },
] as const;

/** Sessions some days from now, at an hour of the ateneu's day. */
export const demoSessions = [
  {
    inDays: 9,
    title: { ca: 'Com fer una cooperativa', es: 'Cómo hacer una cooperativa' },
    summary: {
      ca: 'Què és una cooperativa, quines passes cal fer i qui us pot acompanyar.',
      es: 'Qué es una cooperativa, qué pasos hay que dar y quién os puede acompañar.',
    },
    mode: 'in-person',
    venue: 'Ateneu cooperatiu, sala gran',
    capacity: 20,
  },
  {
    inDays: 16,
    title: { ca: 'Comptes clars: economia per a cooperatives', es: 'Cuentas claras: economía para cooperativas' },
    summary: {
      ca: 'Pressupost, tresoreria i balanç, amb exemples d’entitats petites.',
      es: 'Presupuesto, tesorería y balance, con ejemplos de entidades pequeñas.',
    },
    mode: 'online',
    capacity: 40,
  },
] as const;
