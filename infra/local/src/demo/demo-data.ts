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
    address: 'Carrer de la Primavera, 12',
    foundedIn: 2019,
    needs: ['alimentacio'],
    openingHours: {
      weekly: [
        { days: ['mo', 'tu', 'we', 'th', 'fr'], opens: '09:30', closes: '13:30' },
        { days: ['tu', 'th', 'fr'], opens: '17:00', closes: '20:30' },
        { days: ['sa'], opens: '10:00', closes: '14:00' },
      ],
      note: { ca: 'L’agost, només dissabtes al matí.', es: 'En agosto, solo sábados por la mañana.' },
    },
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
    address: 'Carrer del Molí, 30',
    foundedIn: 2012,
    openingHours: { weekly: [{ days: ['mo', 'we', 'fr'], opens: '18:00', closes: '22:00' }] },
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

/** Rooms of the ateneu; sessions name them by their place in this list. */
export const demoRooms = [
  { name: 'Sala gran', capacity: 40, accessible: true, equipment: 'Projector, micròfon, cuina al costat' },
  { name: 'Aula petita', capacity: 14, accessible: true, equipment: 'Pissarra i pantalla' },
  { name: 'Altell', capacity: 8, accessible: false, equipment: 'Taula rodona' },
] as const;

/** A course that is justified to the funder, with a certificate and a question; three evenings a week apart. */
export const demoCourse = {
  title: { ca: 'Curs d’iniciació al cooperativisme', es: 'Curso de iniciación al cooperativismo' },
  summary: {
    ca: 'Tres vespres per passar d’una idea compartida a un projecte cooperatiu: grup, viabilitat i estatuts.',
    es: 'Tres tardes para pasar de una idea compartida a un proyecto cooperativo: grupo, viabilidad y estatutos.',
  },
  programme: {
    kind: 'course',
    topics: ['cooperatives', 'creació', 'economia'],
    audience: { ca: 'Grups i persones amb una idea', es: 'Grupos y personas con una idea' },
    responsible: { name: 'Tània Soler' },
    justification: { call: '2024-2025', actuacio: '2.1' },
    certificate: { minimumPercent: 80 },
    instructions: { ca: 'Porteu una idea en quatre ratlles.', es: 'Traiga una idea en cuatro líneas.' },
    questions: [
      {
        type: 'choice',
        id: 'moment',
        required: false,
        label: { ca: 'En quin moment sou?', es: '¿En qué momento está?' },
        options: [
          { value: 'idea', label: { ca: 'Tinc una idea', es: 'Tengo una idea' } },
          { value: 'grup', label: { ca: 'Som un grup', es: 'Somos un grupo' } },
          { value: 'marxa', label: { ca: 'Ja hem començat', es: 'Ya hemos empezado' } },
        ],
      },
    ],
  },
} as const;

/** Its evenings. A place that is freed in the first is offered for a day. */
export const demoCourseSessions = [
  {
    inDays: 20,
    title: { ca: 'El grup i la idea', es: 'El grupo y la idea' },
    summary: { ca: 'Qui som i què volem fer plegades.', es: 'Quiénes somos y qué queremos hacer en común.' },
    offerHours: 24,
  },
  {
    inDays: 27,
    title: { ca: 'La viabilitat', es: 'La viabilidad' },
    summary: { ca: 'Què costa, qui ho paga i de què viurem.', es: 'Qué cuesta, quién lo paga y de qué viviremos.' },
  },
  {
    inDays: 34,
    title: { ca: 'Estatuts i constitució', es: 'Estatutos y constitución' },
    summary: { ca: 'Els papers, explicats sense por.', es: 'Los papeles, explicados sin miedo.' },
  },
] as const;

/** Whoever is enrolled in the first session, by telephone. */
export const demoPeople = [
  'Montserrat Puig',
  'Ahmed Benali',
  'Laia Ferrer',
  'Rosa Jiménez',
  'Youssef Amrani',
  'Mercè Vidal',
] as const;

/** A write-up about the first of the initiatives. */
export const demoPractice = {
  title: { ca: 'Comprar juntes sense perdre’s', es: 'Comprar en común sin perderse' },
  summary: {
    ca: 'Com quaranta famílies van passar d’un grup de missatges a una botiga amb torns.',
    es: 'Cómo cuarenta familias pasaron de un grupo de mensajes a una tienda con turnos.',
  },
  body: {
    ca: 'Van començar amb una llista compartida i un lloc on repartir les caixes.\n\nQuan la llista va deixar de funcionar, van decidir tres coses: un torn de dues hores al mes per família, un fons per a imprevistos i una assemblea curta cada trimestre.\n\nTres anys després obren sis dies la setmana.',
    es: 'Empezaron con una lista compartida y un lugar donde repartir las cajas.\n\nCuando la lista dejó de funcionar, decidieron tres cosas: un turno de dos horas al mes por familia, un fondo para imprevistos y una asamblea corta cada trimestre.\n\nTres años después abren seis días a la semana.',
  },
  sectors: ['alimentacio'],
} as const;
