import { defineDeskTexts } from './define.ts';

/** The work of an accompaniment: phases, diagnoses, tasks, and everything that happened. */
export const accompanimentDeskTexts = defineDeskTexts({
  phaseComplete: { ca: 'Fet', es: 'Hecho' },
  phaseReopen: { ca: 'Reobre', es: 'Reabrir' },
  phaseDone: { ca: 'Acabada', es: 'Acabada' },
  diagnosis: { ca: 'Diagnòstic de necessitats', es: 'Diagnóstico de necesidades' },
  diagnosisPicture: { ca: 'Puntuació de cada àrea, abans i després', es: 'Puntuación de cada área, antes y después' },
  diagnosisNone: { ca: 'Encara no se n’ha fet cap.', es: 'Aún no se ha hecho ninguno.' },
  diagnosisAdd: { ca: 'Apunta un diagnòstic', es: 'Anotar un diagnóstico' },
  moment: { ca: 'Moment', es: 'Momento' },
  before: { ca: 'Abans', es: 'Antes' },
  after: { ca: 'Després', es: 'Después' },
  area: { ca: 'Àrea', es: 'Área' },
  legal: { ca: 'Jurídica', es: 'Jurídica' },
  economic: { ca: 'Econòmica', es: 'Económica' },
  organisational: { ca: 'Organitzativa', es: 'Organizativa' },
  communication: { ca: 'Comunicació', es: 'Comunicación' },
  market: { ca: 'Mercat', es: 'Mercado' },
  digital: { ca: 'Digital', es: 'Digital' },
  scale: {
    ca: (min: number, max: number) => `De ${min} (encara no hi ha res) a ${max} (funciona bé).`,
    es: (min: number, max: number) => `De ${min} (aún no hay nada) a ${max} (funciona bien).`,
  },
  day: { ca: 'Dia', es: 'Día' },
  tasks: { ca: 'Tasques', es: 'Tareas' },
  task: { ca: 'Tasca', es: 'Tarea' },
  taskAdd: { ca: 'Afegeix una tasca', es: 'Añadir una tarea' },
  taskDue: { ca: 'Per al dia', es: 'Para el día' },
  taskDone: { ca: 'Feta', es: 'Hecha' },
  taskFinish: { ca: 'Marca-la com a feta', es: 'Marcar como hecha' },
  timeline: { ca: 'Tot el que ha passat', es: 'Todo lo que ha pasado' },
});
