import { defineTexts } from './define.ts';

export const componentTexts = defineTexts({
  title: { ca: 'Components', es: 'Componentes', en: 'Components' },
  lead: {
    ca: 'De què són fetes les pàgines: les peces i els valors que comparteixen.',
    es: 'De qué están hechas las páginas: las piezas y los valores que comparten.',
    en: 'What the pages are made of: the pieces and values they share.',
  },
  colour: { ca: 'Color', es: 'Color', en: 'Colour' },
  colourText: {
    ca: 'Cada color té un valor clar i un de fosc; el contrast amb el fons és de 4,5 o més.',
    es: 'Cada color tiene un valor claro y uno oscuro; el contraste con el fondo es de 4,5 o más.',
    en: 'Each colour has a light and a dark value; contrast with its ground is 4.5 or more.',
  },
  type: { ca: 'Lletra', es: 'Letra', en: 'Type' },
  space: { ca: 'Espai', es: 'Espacio', en: 'Space' },
  buttons: { ca: 'Botons', es: 'Botones', en: 'Buttons' },
  button: { ca: 'Acció principal', es: 'Acción principal', en: 'Main action' },
  quiet: { ca: 'Acció secundària', es: 'Acción secundaria', en: 'Secondary action' },
  badges: { ca: 'Estats', es: 'Estados', en: 'States' },
  notices: { ca: 'Avisos', es: 'Avisos', en: 'Notices' },
  cards: { ca: 'Targetes', es: 'Tarjetas', en: 'Cards' },
  forms: { ca: 'Formularis', es: 'Formularios', en: 'Forms' },
  wrong: {
    ca: 'Aquí es diu què hi falla i com s’arregla.',
    es: 'Aquí se dice qué falla y cómo se arregla.',
    en: 'Here it says what is wrong and how to mend it.',
  },
  field: { ca: 'Un camp', es: 'Un campo', en: 'A field' },
  hint: {
    ca: 'Una indicació, abans del camp.',
    es: 'Una indicación, antes del campo.',
    en: 'A hint, before the field.',
  },
  option: { ca: 'Una opció', es: 'Una opción', en: 'An option' },
  tables: { ca: 'Taules', es: 'Tablas', en: 'Tables' },
  picture: { ca: 'Dibuixos', es: 'Dibujos', en: 'Pictures' },
});
