import { defineTexts } from './define.ts';

export const accompanimentTexts = defineTexts({
  title: { ca: 'Acompanyament', es: 'Acompañamiento', en: 'Accompaniment' },
  lead: {
    ca: 'Un equip expert us acompanya, sense cap cost, en el camí que us calgui. Hi ha tres portes.',
    es: 'Un equipo experto le acompaña, sin ningún coste, en el camino que necesite. Hay tres puertas.',
    en: 'An expert team goes with you, free of charge, on the way you need. There are three doors.',
  },
  creation: { ca: 'Crear', es: 'Crear', en: 'Create' },
  creationFor: {
    ca: 'Teniu una idea i un grup, o només la idea.',
    es: 'Tiene una idea y un grupo, o solo la idea.',
    en: 'You have an idea and a group, or just the idea.',
  },
  creationText: {
    ca: 'Mirem junts si és viable, quina cooperativa us convé (de treball, d’habitatge, de consum, de serveis), i fem els estatuts, la constitució i els primers mesos.',
    es: 'Miramos juntos si es viable, qué cooperativa le conviene (de trabajo, de vivienda, de consumo, de servicios), y hacemos los estatutos, la constitución y los primeros meses.',
    en: 'Together we see whether it is viable, which cooperative suits you (work, housing, consumption, services), and do the statutes, the constitution and the first months.',
  },
  consolidation: { ca: 'Consolidar', es: 'Consolidar', en: 'Consolidate' },
  consolidationFor: {
    ca: 'Ja sou una entitat de l’economia social i voleu fer un pas més.',
    es: 'Ya es una entidad de la economía social y quiere dar un paso más.',
    en: 'You are an entity of the social economy already and want to take the next step.',
  },
  consolidationText: {
    ca: 'Fem un diagnòstic i un pla, i el seguim amb vosaltres: nous mercats, organització interna, finançament, comunicació.',
    es: 'Hacemos un diagnóstico y un plan, y lo seguimos con ustedes: nuevos mercados, organización interna, financiación, comunicación.',
    en: 'We make a diagnosis and a plan, and follow it with you: new markets, inner organisation, finance, communication.',
  },
  transformation: { ca: 'Transformar', es: 'Transformar', en: 'Transform' },
  transformationFor: {
    ca: 'Teniu una empresa o una associació que podria ser una cooperativa.',
    es: 'Tiene una empresa o una asociación que podría ser una cooperativa.',
    en: 'You have a business or an association that could be a cooperative.',
  },
  transformationText: {
    ca: 'Empreses que no troben relleu, plantilles que volen decidir: veiem l’encaix legal, l’assemblea i la reconversió, i en fem el seguiment.',
    es: 'Empresas que no encuentran relevo, plantillas que quieren decidir: vemos el encaje legal, la asamblea y la reconversión, y hacemos el seguimiento.',
    en: 'Owners without successors, staff who want to decide: we see the legal fit, the assembly and the conversion, and follow it up.',
  },
  ask: { ca: 'Demaneu acompanyament', es: 'Solicite acompañamiento', en: 'Ask for accompaniment' },
  askFor: {
    ca: (door: string) => `Demaneu acompanyament: ${door}`,
    es: (door: string) => `Solicite acompañamiento: ${door}`,
    en: (door: string) => `Ask for accompaniment: ${door}`,
  },
  howTitle: { ca: 'Com va', es: 'Cómo funciona', en: 'How it goes' },
  how1: {
    ca: 'Ens ho demaneu amb el formulari i ho confirmeu amb l’enllaç del correu que us enviem.',
    es: 'Nos lo pide con el formulario y lo confirma con el enlace del correo que le enviamos.',
    en: 'You ask with the form, and confirm with the link in the e-mail that we send you.',
  },
  how2: {
    ca: 'Us convidem a una primera trobada, l’acollida, per entendre què us cal.',
    es: 'Le invitamos a un primer encuentro, la acogida, para entender qué necesita.',
    en: 'We invite you to a first meeting, to understand what you need.',
  },
  how3: {
    ca: 'Comencem, o us adrecem a l’entitat que us pot ajudar millor, sempre amb el vostre permís.',
    es: 'Empezamos, o le dirigimos a la entidad que mejor le puede ayudar, siempre con su permiso.',
    en: 'We begin, or pass you on to the entity that can help you best, always with your permission.',
  },
  requestTitle: { ca: 'Demanar acompanyament', es: 'Solicitar acompañamiento', en: 'Ask for accompaniment' },
  modality: { ca: 'Què voleu fer?', es: '¿Qué quiere hacer?', en: 'What do you want to do?' },
  modalityCreation: { ca: 'Crear una cooperativa', es: 'Crear una cooperativa', en: 'Create a cooperative' },
  modalityConsolidation: {
    ca: 'Consolidar una entitat que ja existeix',
    es: 'Consolidar una entidad que ya existe',
    en: 'Consolidate an existing entity',
  },
  modalityTransformation: {
    ca: 'Transformar una empresa o associació en cooperativa',
    es: 'Transformar una empresa o asociación en cooperativa',
    en: 'Turn a business or association into a cooperative',
  },
  modalityUnknown: { ca: 'No ho sé del cert', es: 'No lo sé con certeza', en: 'I am not sure' },
  theProject: { ca: 'El projecte', es: 'El proyecto', en: 'The project' },
  projectName: {
    ca: 'Com se’n diu, o com en dieu de moment',
    es: 'Cómo se llama, o cómo lo llaman de momento',
    en: 'What it is called, or what you call it for now',
  },
  projectText: { ca: 'Expliqueu-nos-el', es: 'Cuéntenoslo', en: 'Tell us about it' },
  projectTextHint: {
    ca: 'Qui sou, què voleu fer i on us heu encallat. Amb unes línies n’hi ha prou.',
    es: 'Quiénes son, qué quieren hacer y dónde se han atascado. Unas líneas bastan.',
    en: 'Who you are, what you want to do and where you are stuck. A few lines are enough.',
  },
  sector: { ca: 'Sector', es: 'Sector', en: 'Sector' },
  neighbourhood: { ca: 'Barri', es: 'Barrio', en: 'Neighbourhood' },
  groupSize: { ca: 'Quantes persones sou', es: 'Cuántas personas son', en: 'How many people you are' },
  you: { ca: 'Vós', es: 'Usted', en: 'You' },
  sent: {
    ca: 'Confirmeu-ho amb l’enllaç que us hem enviat',
    es: 'Confírmelo con el enlace que le hemos enviado',
    en: 'Confirm it with the link we have sent you',
  },
  sentText: {
    ca: (email: string) =>
      `Hem escrit a ${email}. Quan ho confirmeu, l’equip rep la petició i us respon. Si no ho confirmeu, ho esborrem.`,
    es: (email: string) =>
      `Hemos escrito a ${email}. Cuando lo confirme, el equipo recibe la petición y le responde. Si no lo confirma, lo borramos.`,
    en: (email: string) =>
      `We have written to ${email}. Once you confirm, the team receives your request and answers. If you do not, we erase it.`,
  },
  send: { ca: 'Envia la petició', es: 'Enviar la petición', en: 'Send the request' },
});
