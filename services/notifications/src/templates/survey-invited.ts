import { surveyInvited } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';

/** Asks whoever attended what they thought; the answer keeps nothing of who gave it. */
export const surveyInvitedMail = defineTemplate(surveyInvited, {
  kind: 'survey-invited',
  title: 'What did you think of it?',
  topic: 'surveys',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, { text, moment }) => ({
      subject: `Què us ha semblat? ${text(data.title)}`,
      paragraphs: [
        'Ens ajudaria saber què us ha semblat aquesta activitat. Són un parell de minuts.',
        'L’enquesta és anònima: l’enllaç serveix una sola vegada i la resposta no en guarda res, de manera que ningú no pot saber qui ha dit què.',
      ],
      facts: [
        ['Activitat', text(data.title)],
        ['Podeu respondre fins al', moment(data.expiresAt)],
      ],
      action: { label: 'Respon l’enquesta', url: data.personal.surveyUrl },
      because: 'El rebeu perquè vau assistir a aquesta activitat de l’Ateneu.',
    }),
    es: (data, { text, moment }) => ({
      subject: `¿Qué le ha parecido? ${text(data.title)}`,
      paragraphs: [
        'Nos ayudaría saber qué le ha parecido esta actividad. Son un par de minutos.',
        'La encuesta es anónima: el enlace sirve una sola vez y la respuesta no guarda nada de él, de manera que nadie puede saber quién ha dicho qué.',
      ],
      facts: [
        ['Actividad', text(data.title)],
        ['Puede responder hasta', moment(data.expiresAt)],
      ],
      action: { label: 'Responder la encuesta', url: data.personal.surveyUrl },
      because: 'Lo recibe porque asistió a esta actividad del Ateneu.',
    }),
    en: (data, { text, moment }) => ({
      subject: `What did you think of it? ${text(data.title)}`,
      paragraphs: [
        'It would help us to know what you thought of this activity. It takes a couple of minutes.',
        'The survey is anonymous: the link works once and the answer keeps nothing of it, so that nobody can tell who said what.',
      ],
      facts: [
        ['Activity', text(data.title)],
        ['You can answer until', moment(data.expiresAt)],
      ],
      action: { label: 'Answer the survey', url: data.personal.surveyUrl },
      because: 'You received it because you attended this activity of the Ateneu.',
    }),
  },
});
