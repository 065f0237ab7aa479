import { defineDeskTexts } from './define.ts';

/** Personal data: what is handed to people, what is erased, who looked, and what time does. */
export const privacyTexts = defineDeskTexts({
  title: { ca: 'Dades personals', es: 'Datos personales' },
  menu: { ca: 'Privadesa', es: 'Privacidad' },
  lead: {
    ca: 'Responeu a qui demana les seves dades o que s’esborrin, i vegeu qui les ha mirades.',
    es: 'Responda a quien pide sus datos o que se borren, y vea quién los ha mirado.',
  },
  person: { ca: 'Les dades d’una persona', es: 'Los datos de una persona' },
  email: { ca: 'Correu de la persona', es: 'Correo de la persona' },
  emailHint: {
    ca: 'No surt a cap adreça ni a cap registre. El que feu aquí queda apuntat.',
    es: 'No sale en ninguna dirección ni registro. Lo que haga aquí queda anotado.',
  },
  look: { ca: 'Mira què hi ha', es: 'Ver qué hay' },
  foundTitle: { ca: (email: string) => `Dades de ${email}`, es: (email: string) => `Datos de ${email}` },
  exportTitle: { ca: 'Dona-li les seves dades', es: 'Darle sus datos' },
  exportText: {
    ca: 'Un fitxer amb tot el que en tenen l’acompanyament, la formació, el directori i els avisos, i qui ho ha mirat.',
    es: 'Un archivo con todo lo que tienen el acompañamiento, la formación, el directorio y los avisos, y quién lo ha mirado.',
  },
  download: { ca: 'Baixa el fitxer', es: 'Descargar el archivo' },
  incomplete: {
    ca: (parts: string) =>
      `No responen: ${parts}. El fitxer no seria sencer i no es dona. Torneu-ho a provar d’aquí a una estona.`,
    es: (parts: string) =>
      `No responden: ${parts}. El archivo no estaría entero y no se da. Vuelva a intentarlo dentro de un rato.`,
  },
  eraseTitle: { ca: 'Esborra les seves dades', es: 'Borrar sus datos' },
  eraseText: {
    ca: 'Si continueu, a l’acompanyament passarà això:',
    es: 'Si continúa, en el acompañamiento pasará esto:',
  },
  intakes: { ca: 'Peticions que perden el nom', es: 'Peticiones que pierden el nombre' },
  referrals: { ca: 'Derivacions que perden el nom', es: 'Derivaciones que pierden el nombre' },
  contacts: { ca: 'Projectes que perden el contacte', es: 'Proyectos que pierden el contacto' },
  members: { ca: 'Grups d’on surt', es: 'Grupos de los que sale' },
  partnerContacts: { ca: 'Entitats que la perden com a contacte', es: 'Entidades que la pierden como contacto' },
  effectConsent: {
    ca: 'Es retiren els seus permisos, i cada entitat que té les dades rep l’avís d’esborrar-les.',
    es: 'Se retiran sus permisos, y cada entidad que tiene los datos recibe el aviso de borrarlos.',
  },
  effectOthers: {
    ca: 'La formació, el directori i els avisos esborren la mateixa adreça. Una plaça per fer servir passa a qui espera.',
    es: 'La formación, el directorio y los avisos borran la misma dirección. Una plaza por usar pasa a quien espera.',
  },
  effectKept: {
    ca: 'El que ja s’ha comptat continua comptat. El que qui ens finança encara pot auditar es guarda a part fins que el termini s’acaba, i després s’esborra sol.',
    es: 'Lo que ya se ha contado sigue contado. Lo que quien nos financia aún puede auditar se guarda aparte hasta que acaba el plazo, y después se borra solo.',
  },
  effectFinal: { ca: 'No es pot desfer.', es: 'No se puede deshacer.' },
  sure: {
    ca: 'He comprovat que qui ho demana és aquesta persona.',
    es: 'He comprobado que quien lo pide es esta persona.',
  },
  sureMissing: { ca: 'Marqueu-ho abans d’esborrar res.', es: 'Márquelo antes de borrar nada.' },
  erase: { ca: 'Esborra-les per sempre', es: 'Borrarlos para siempre' },
  erasedTitle: { ca: 'Esborrades', es: 'Borrados' },
  erased: {
    ca: 'Fet. Els altres serveis ho esborren ara mateix.',
    es: 'Hecho. Los demás servicios lo borran ahora mismo.',
  },
  keptUntil: {
    ca: (day: string) => `Per a l’auditoria se’n guarda una part, a banda, fins al ${day}.`,
    es: (day: string) => `Para la auditoría se guarda una parte, aparte, hasta el ${day}.`,
  },
  back: { ca: 'Torna a les dades personals', es: 'Volver a los datos personales' },
  audit: { ca: 'Qui ha mirat què', es: 'Quién ha mirado qué' },
  auditLead: {
    ca: 'Del que es llegeix i es canvia a l’acompanyament: el més nou primer, com a molt 100 línies. Filtreu per veure’n més.',
    es: 'De lo que se lee y se cambia en el acompañamiento: lo más nuevo primero, 100 líneas como máximo. Filtre para ver más.',
  },
  subject: { ca: 'Identificador del que es va mirar', es: 'Identificador de lo que se miró' },
  actor: { ca: 'Identificador de qui ho va fer', es: 'Identificador de quien lo hizo' },
  action: { ca: 'Acció', es: 'Acción' },
  refusedOnly: { ca: 'Només intents rebutjats', es: 'Solo intentos rechazados' },
  search: { ca: 'Cerca', es: 'Buscar' },
  when: { ca: 'Quan', es: 'Cuándo' },
  who: { ca: 'Qui', es: 'Quién' },
  what: { ca: 'Què', es: 'Qué' },
  details: { ca: 'Detalls', es: 'Detalles' },
  kindStaff: { ca: 'equip', es: 'equipo' },
  kindPartner: { ca: 'entitat', es: 'entidad' },
  kindCitizen: { ca: 'ciutadania', es: 'ciudadanía' },
  kindSystem: { ca: 'el sistema', es: 'el sistema' },
  retention: { ca: 'Què farà el temps', es: 'Qué hará el tiempo' },
  retentionLead: {
    ca: 'Assaig del que es fa cada nit amb el que fa molt que no es mou. Mirar-ho no canvia res.',
    es: 'Ensayo de lo que se hace cada noche con lo que hace mucho que no se mueve. Mirarlo no cambia nada.',
  },
  retentionNone: {
    ca: 'Aquesta nit no s’avisarà ningú ni s’esborrarà res.',
    es: 'Esta noche no se avisará a nadie ni se borrará nada.',
  },
  kind: { ca: 'Què és', es: 'Qué es' },
  kindIntake: { ca: 'Petició', es: 'Petición' },
  kindReferral: { ca: 'Derivació', es: 'Derivación' },
  kindProject: { ca: 'Contacte d’un projecte', es: 'Contacto de un proyecto' },
  since: { ca: 'Sense canvis des del', es: 'Sin cambios desde el' },
  warnedAt: { ca: 'Avisada el', es: 'Avisada el' },
  next: { ca: 'Què passarà', es: 'Qué pasará' },
  stepWarn: { ca: 'S’avisa la persona', es: 'Se avisa a la persona' },
  stepWait: { ca: 'S’espera resposta', es: 'Se espera respuesta' },
  stepAnonymise: { ca: 'Es treu el nom', es: 'Se quita el nombre' },
  keep: { ca: 'Conserva-la', es: 'Conservarla' },
  kept: { ca: 'Es conserva: el termini torna a començar.', es: 'Se conserva: el plazo vuelve a empezar.' },
});
