/** Made-up partner entities: none of them is anybody's real name. The first one refers projects to the ateneu. */
export const demoPartners = [
  {
    name: 'Servei d’emprenedoria de mostra',
    contactEmail: 'emprenedoria@example.org',
    contacts: [{ name: 'Pau Serra', role: 'Tècnic', email: 'pau.serra@example.org', phone: '600 000 101' }],
    accepts: { modalities: ['creation', 'transformation'] },
  },
  {
    name: 'Federació de mostra',
    contactEmail: 'federacio@example.org',
    languages: ['ca', 'es'],
    accepts: { modalities: ['consolidation'] },
  },
] as const;

/** What the first partner refers, each with its person’s consent; the first one is accepted. */
export const demoReferrals = [
  {
    partnerReference: 'SEM-118',
    modality: 'creation',
    project: {
      name: 'Rentadora comunitària de Collblanc',
      description: 'Tres veïnes volen obrir una bugaderia cooperativa amb tarifa social.',
      sector: 'altres',
      neighbourhood: '2',
    },
    person: { name: 'Fàtima Bouzid', email: 'fatima.bouzid@example.org', language: 'ca', phone: '600 000 201' },
  },
  {
    partnerReference: 'SEM-121',
    modality: 'transformation',
    project: {
      name: 'Impremta Torrent',
      description: 'L’amo es jubila i la plantilla, de set persones, vol quedar-se el negoci com a cooperativa.',
      neighbourhood: '4',
    },
    person: { name: 'Rafael Conde', email: 'rafael.conde@example.org', language: 'es' },
  },
] as const;

/** A project under way, with its group. */
export const demoProject = {
  name: 'Cuina de la Torrassa',
  description: 'Un obrador i menjador de barri que porten sis veïnes, amb productes de l’Horta del Llobregat.',
  sector: 'alimentacio',
  neighbourhood: '3',
  groupSize: 6,
  tags: ['menjar', 'barri'],
  contact: { name: 'Neus Arimany', email: 'neus.arimany@example.org', language: 'ca', phone: '600 000 301' },
  profile: {
    recipient: 'group',
    municipality: 'L’Hospitalet de Llobregat',
    motivation: 'Feina digna a prop de casa.',
    needsSolved: 'Menjar bo i barat per a gent gran que viu sola.',
    socialBase: 'L’associació de veïnes i dues escoles.',
    expectedJobs: 4,
  },
} as const;

/** Its group; the last one still has to accept. */
export const demoMembers = [
  { name: 'Neus', surnames: 'Arimany Prat', email: 'neus.arimany@example.org', gender: 'woman', bornOn: '1984-03-12' },
  { name: 'Omar', surnames: 'Bensaïd', email: 'omar.bensaid@example.org', gender: 'man', bornOn: '1991-07-30' },
  { name: 'Lucía', surnames: 'Pardo Ruiz', email: 'lucia.pardo@example.org' },
] as const;

/** What was talked about, by days ago; with whom of the group, by their place in it. */
export const demoConsultancies = [
  { daysAgo: 40, minutes: 90, objective: 'La idea i qui la vol fer', members: [0, 1] },
  { daysAgo: 26, minutes: 120, objective: 'Comptes: quants menús calen per viure’n', members: [0, 1] },
  { daysAgo: 5, minutes: 60, objective: 'Llicències i local', members: [0] },
] as const;

/** What is left to do; one of them is late. */
export const demoTasks = [
  { title: 'Demanar el projecte tècnic del local', inDays: -3 },
  { title: 'Llegir l’esborrany dels estatuts', inDays: 12 },
] as const;

/** A project that was accompanied in the call’s time, from its diagnosis to its outcome. */
export const demoFinished = {
  project: {
    name: 'Jardiners de Sanfeliu',
    description: 'Una cooperativa de jardineria que volia feina estable tot l’any.',
    sector: 'altres',
    neighbourhood: '5',
    contact: { name: 'Mireia Castells', email: 'mireia.castells@example.org', language: 'ca' },
    profile: {
      recipient: 'entity',
      entityName: 'Jardiners de Sanfeliu, SCCL',
      legalForm: 'cooperativa-treball-associat',
      municipality: 'L’Hospitalet de Llobregat',
    },
  },
  member: { name: 'Mireia', surnames: 'Castells Roig', gender: 'woman', bornOn: '1979-11-02' },
  before: { legal: 4, economic: 2, organisational: 2, communication: 1, market: 2, digital: 1 },
  after: { legal: 4, economic: 4, organisational: 3, communication: 3, market: 4, digital: 2 },
  sessions: [
    { heldOn: '2025-02-04', minutes: 120, objective: 'Diagnosi: què funciona i què no' },
    { heldOn: '2025-03-11', minutes: 90, objective: 'Pla comercial amb comunitats de veïns' },
    { heldOn: '2025-05-20', minutes: 60, objective: 'Revisió dels primers contractes' },
  ],
  insertion: {
    person: { name: 'Samir', surnames: 'El Idrissi', gender: 'man' },
    contractType: 'permanent',
    startsOn: '2025-06-02',
  },
  outcome: {
    kind: 'consolidated',
    through: 'new-market',
    description: 'Manteniment de jardins de dotze comunitats de veïns, tot l’any.',
  },
} as const;

/** What was promised for the call. */
export const demoTargets = {
  accompaniments: 20,
  hours: 300,
  participants: 60,
  'entities-created': 4,
  'job-insertions': 6,
  'referrals-received': 10,
} as const;

/** A small PDF that any reader opens: one empty page. */
export const demoDocument = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
  '',
].join('\n');

/** A session that was held just now, with a certificate for whoever came. */
export const demoHeld = {
  title: { ca: 'Taula rodona: cooperar al barri', es: 'Mesa redonda: cooperar en el barrio' },
  summary: {
    ca: 'Tres cooperatives expliquen com van començar.',
    es: 'Tres cooperativas cuentan cómo empezaron.',
  },
  people: [
    { name: 'Carme Soldevila', minutes: 120 },
    { name: 'Hassan Taleb', minutes: 120 },
    { name: 'Júlia Pons', minutes: 90 },
    { name: 'Andrés Molina', minutes: 0 },
  ],
} as const;
