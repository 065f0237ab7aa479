import { defineTexts } from './define.ts';

export const shellTexts = defineTexts({
  organisation: {
    ca: 'Ateneu Cooperatiu de L’Hospitalet de Llobregat',
    es: 'Ateneu Cooperatiu de L’Hospitalet de Llobregat',
    en: 'Ateneu Cooperatiu of L’Hospitalet de Llobregat',
  },
  place: { ca: 'L’Hospitalet de Llobregat', es: 'L’Hospitalet de Llobregat', en: 'L’Hospitalet de Llobregat' },
  skip: { ca: 'Ves al contingut', es: 'Ir al contenido', en: 'Skip to content' },
  mainMenu: { ca: 'Menú principal', es: 'Menú principal', en: 'Main menu' },
  languageMenu: { ca: 'Idioma', es: 'Idioma', en: 'Language' },
  footerMenu: { ca: 'Sobre aquest web', es: 'Sobre esta web', en: 'About this site' },
  directory: { ca: 'Directori', es: 'Directorio', en: 'Directory' },
  training: { ca: 'Formació', es: 'Formación', en: 'Training' },
  accompaniment: { ca: 'Acompanyament', es: 'Acompañamiento', en: 'Accompaniment' },
  privacy: { ca: 'Privadesa', es: 'Privacidad', en: 'Privacy' },
  accessibility: { ca: 'Accessibilitat', es: 'Accesibilidad', en: 'Accessibility' },
  cookies: { ca: 'Galetes', es: 'Cookies', en: 'Cookies' },
  staffDoor: { ca: 'Entrada de l’equip', es: 'Entrada del equipo', en: 'Staff entrance' },
  partnerDoor: { ca: 'Entitats col·laboradores', es: 'Entidades colaboradoras', en: 'Partner entities' },
  footer: {
    ca: 'El lloc de referència de les cooperatives i l’economia social i solidària de la ciutat.',
    es: 'El lugar de referencia de las cooperativas y la economía social y solidaria de la ciudad.',
    en: 'The city’s reference place for cooperatives and the social and solidarity economy.',
  },
  home: { ca: 'Inici', es: 'Inicio', en: 'Home' },
  breadcrumb: { ca: 'On sou', es: 'Dónde está', en: 'You are here' },
  partDown: {
    ca: (part: string) =>
      `Ara mateix no podem mostrar ${part}. La resta de la pàgina funciona; torneu-ho a provar d’aquí a una estona.`,
    es: (part: string) =>
      `Ahora mismo no podemos mostrar ${part}. El resto de la página funciona; vuelva a intentarlo dentro de un rato.`,
    en: (part: string) => `We cannot show ${part} right now. The rest of the page works; try again in a while.`,
  },
  serviceDown: {
    ca: 'El servei no respon ara mateix i no s’ha desat res. Torneu-ho a provar d’aquí a una estona: el que heu escrit segueix aquí.',
    es: 'El servicio no responde ahora mismo y no se ha guardado nada. Vuelva a intentarlo dentro de un rato: lo que ha escrito sigue aquí.',
    en: 'The service is not answering right now and nothing was saved. Try again in a while: what you wrote is still here.',
  },
  errorPrefix: { ca: 'Error: ', es: 'Error: ', en: 'Error: ' },
  errorSummary: {
    ca: 'Hi ha alguna cosa per corregir',
    es: 'Hay algo que corregir',
    en: 'There is something to correct',
  },
  required: { ca: '(obligatori)', es: '(obligatorio)', en: '(required)' },
  optional: { ca: '(opcional)', es: '(opcional)', en: '(optional)' },
  choose: { ca: 'Trieu…', es: 'Elija…', en: 'Choose…' },
  more: { ca: 'Més resultats', es: 'Más resultados', en: 'More results' },
  firstPage: { ca: 'Torna al principi', es: 'Volver al principio', en: 'Back to the start' },
  pages: { ca: 'Pàgines de resultats', es: 'Páginas de resultados', en: 'Pages of results' },
  errorHome: { ca: 'Ves a l’inici', es: 'Ir al inicio', en: 'Go to the home page' },
  errorCode: {
    ca: 'Si ens escriviu, digueu-nos aquest codi:',
    es: 'Si nos escribe, díganos este código:',
    en: 'If you write to us, tell us this code:',
  },
  notFoundTitle: { ca: 'No trobem aquesta pàgina', es: 'No encontramos esta página', en: 'We cannot find this page' },
  notFoundText: {
    ca: 'Potser l’adreça té una errada, o el que hi havia ja no hi és.',
    es: 'Quizá la dirección tiene un error, o lo que había ya no está.',
    en: 'The address may have a mistake in it, or what was here is gone.',
  },
  website: { ca: 'Web', es: 'Web', en: 'Website' },
  newTab: { ca: '(s’obre en una pestanya nova)', es: '(se abre en una pestaña nueva)', en: '(opens in a new tab)' },
});
