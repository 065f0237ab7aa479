import { defineDeskTexts } from './define.ts';

/** Copies of the funder's workbook, kept as they were. */
export const consoleWorkbookTexts = defineDeskTexts({
  keep: { ca: 'Desa’n una còpia', es: 'Guardar una copia' },
  keepLead: {
    ca: 'Una còpia desada no canvia: d’aquí a uns mesos encara se sap què es va enviar, i què ha canviat des d’aleshores.',
    es: 'Una copia guardada no cambia: dentro de unos meses aún se sabe qué se envió, y qué ha cambiado desde entonces.',
  },
  list: { ca: 'Còpies desades', es: 'Copias guardadas' },
  title: {
    ca: (call: string) => `Còpia de la justificació ${call}`,
    es: (call: string) => `Copia de la justificación ${call}`,
  },
  lead: {
    ca: 'Els sis fulls tal com eren quan es va desar la còpia. El fitxer és sempre el mateix, encara que les dades canviïn.',
    es: 'Las seis hojas tal como eran cuando se guardó la copia. El archivo es siempre el mismo, aunque los datos cambien.',
  },
  kept: { ca: 'Desada', es: 'Guardada' },
  by: { ca: 'Per', es: 'Por' },
  problems: { ca: 'Per arreglar', es: 'Por arreglar' },
  partTraining: { ca: 'la part de formació', es: 'la parte de formación' },
  partAccompaniment: { ca: 'la part d’acompanyament', es: 'la parte de acompañamiento' },
  training: { ca: 'Formació', es: 'Formación' },
  accompaniment: { ca: 'Acompanyament', es: 'Acompañamiento' },
  queued: { ca: 'S’espera', es: 'En espera' },
  running: { ca: 'S’està fent', es: 'En curso' },
  ready: { ca: 'Feta', es: 'Hecha' },
  failed: { ca: 'No s’ha pogut fer', es: 'No se ha podido hacer' },
  absent: { ca: 'No començada', es: 'No empezada' },
  partial: { ca: 'No sencera', es: 'Incompleta' },
  sheetsDone: {
    ca: (done: number, of: number) => `${done} de ${of} fulls`,
    es: (done: number, of: number) => `${done} de ${of} hojas`,
  },
  leave: {
    ca: 'Podeu deixar aquesta pàgina: la còpia es fa igualment i la trobareu a la llista de còpies desades.',
    es: 'Puede dejar esta página: la copia se hace igualmente y la encontrará en la lista de copias guardadas.',
  },
  refresh: { ca: 'Mira com va', es: 'Ver cómo va' },
  partFailed: {
    ca: (part: string) => `No s’ha pogut fer ${part}. Torneu-la a començar; la resta de la còpia no canvia.`,
    es: (part: string) => `No se ha podido hacer ${part}. Vuelva a empezarla; el resto de la copia no cambia.`,
  },
  partAbsent: {
    ca: (part: string) => `Hi falta ${part}: no s’ha començat, o ja s’ha esborrat. La podeu començar ara.`,
    es: (part: string) => `Falta ${part}: no se ha empezado, o ya se ha borrado. La puede empezar ahora.`,
  },
  partRefused: {
    ca: (part: string, why: string) => `No podeu veure ${part}: ${why}`,
    es: (part: string, why: string) => `No puede ver ${part}: ${why}`,
  },
  beginTraining: { ca: 'Comença la part de formació', es: 'Empezar la parte de formación' },
  beginAccompaniment: { ca: 'Comença la part d’acompanyament', es: 'Empezar la parte de acompañamiento' },
  begun: { ca: 'Començat.', es: 'Empezado.' },
  notWhole: {
    ca: 'El fitxer es podrà baixar quan la còpia sigui sencera.',
    es: 'El archivo se podrá descargar cuando la copia esté entera.',
  },
  takenAt: { ca: 'Com era el', es: 'Como era el' },
  rowsErased: {
    ca: (rows: number, when: string) =>
      `${rows === 1 ? 'D’una fila s’han tret dades personals' : `De ${rows} files s’han tret dades personals`} perquè algú ha demanat que s’esborrin, o perquè ja no s’han de conservar (l’última vegada, el ${when}). Les files i els recomptes hi continuen.`,
    es: (rows: number, when: string) =>
      `${rows === 1 ? 'De una fila se han quitado datos personales' : `De ${rows} filas se han quitado datos personales`} porque alguien ha pedido que se borren, o porque ya no hay que conservarlos (la última vez, el ${when}). Las filas y los recuentos siguen ahí.`,
  },
  someProblems: {
    ca: (shown: number, all: number) => `Es mostren ${shown} de ${all} coses per arreglar.`,
    es: (shown: number, all: number) => `Se muestran ${shown} de ${all} cosas por arreglar.`,
  },
  sent: { ca: 'Enviada', es: 'Enviada' },
  sentTitle: { ca: 'Què s’ha enviat', es: 'Qué se ha enviado' },
  sentLead: {
    ca: 'Marqueu la còpia que heu enviat a qui ens finança: es conservarà mentre ens la puguin auditar.',
    es: 'Marque la copia que ha enviado a quien nos financia: se conservará mientras nos la puedan auditar.',
  },
  sentOn: { ca: 'Dia de l’enviament', es: 'Día del envío' },
  sentNote: { ca: 'Nota', es: 'Nota' },
  sentNoteHint: { ca: 'Per exemple, el número de registre.', es: 'Por ejemplo, el número de registro.' },
  mark: { ca: 'Marca-la com a enviada', es: 'Marcarla como enviada' },
  unmark: { ca: 'Treu la marca', es: 'Quitar la marca' },
  marked: { ca: 'Marcada com a enviada.', es: 'Marcada como enviada.' },
  unmarked: { ca: 'La marca s’ha tret.', es: 'Se ha quitado la marca.' },
  markedBy: { ca: 'Marcada per', es: 'Marcada por' },
  markHalf: {
    ca: (part: string) => `Només una part té aquesta marca: a ${part} no s’ha pogut desar. Torneu-la a marcar.`,
    es: (part: string) => `Solo una parte tiene esta marca: en ${part} no se ha podido guardar. Vuelva a marcarla.`,
  },
  changesLink: { ca: 'Què ha canviat des d’aleshores', es: 'Qué ha cambiado desde entonces' },
  changesTitle: { ca: (call: string) => `Què ha canviat: ${call}`, es: (call: string) => `Qué ha cambiado: ${call}` },
  changesLead: {
    ca: (when: string) => `De la còpia del ${when} fins a:`,
    es: (when: string) => `De la copia del ${when} hasta:`,
  },
  now: { ca: 'Ara mateix', es: 'Ahora mismo' },
  until: { ca: 'Compara amb', es: 'Comparar con' },
  compare: { ca: 'Compara', es: 'Comparar' },
  added: { ca: 'Noves', es: 'Nuevas' },
  removed: { ca: 'Tretes', es: 'Quitadas' },
  changed: { ca: 'Canviades', es: 'Cambiadas' },
  nothingChanged: { ca: 'No ha canviat cap fila.', es: 'No ha cambiado ninguna fila.' },
  change: { ca: 'Canvi', es: 'Cambio' },
  row: { ca: 'Fila', es: 'Fila' },
  columns: { ca: 'Columnes', es: 'Columnas' },
  oneAdded: { ca: 'Nova', es: 'Nueva' },
  oneRemoved: { ca: 'Treta', es: 'Quitada' },
  oneChanged: { ca: 'Canviada', es: 'Cambiada' },
  back: { ca: 'Torna a la còpia', es: 'Volver a la copia' },
});
