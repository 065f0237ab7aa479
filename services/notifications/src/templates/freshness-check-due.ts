import { freshnessCheckDue } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';

/** The question comes once, and again twice. */
const isLast = ({ attempt }: { attempt: number }): boolean => attempt >= 3;

/** Asks whoever answers for an initiative whether what the directory says is still right. */
export const freshnessCheckMail = defineTemplate(freshnessCheckDue, {
  kind: 'freshness-check',
  title: 'Is what the directory says still right?',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, { text, date }) => ({
      subject: `Encara és correcte el que diem de ${text(data.name)}?`,
      paragraphs: [
        'Un cop l’any preguntem a cada iniciativa del directori si el que hi diu encara és correcte. Ho podeu confirmar amb un clic, o proposar-hi canvis.',
        ...(isLast(data)
          ? ['És l’última vegada que us ho preguntem; si no responeu, ho revisarà l’equip de l’Ateneu.']
          : []),
      ],
      facts: [
        ['Iniciativa', text(data.name)],
        ['Confirmat per última vegada', date(data.lastConfirmedAt)],
      ],
      action: { label: 'Revisa la fitxa', url: data.personal.answerUrl },
      because: 'El rebeu perquè consteu com a contacte d’aquesta iniciativa al directori de l’Ateneu.',
    }),
    es: (data, { text, date }) => ({
      subject: `¿Sigue siendo correcto lo que decimos de ${text(data.name)}?`,
      paragraphs: [
        'Una vez al año preguntamos a cada iniciativa del directorio si lo que dice sigue siendo correcto. Puede confirmarlo con un clic, o proponer cambios.',
        ...(isLast(data)
          ? ['Es la última vez que se lo preguntamos; si no responde, lo revisará el equipo del Ateneu.']
          : []),
      ],
      facts: [
        ['Iniciativa', text(data.name)],
        ['Confirmado por última vez', date(data.lastConfirmedAt)],
      ],
      action: { label: 'Revisar la ficha', url: data.personal.answerUrl },
      because: 'Lo recibe porque consta como contacto de esta iniciativa en el directorio del Ateneu.',
    }),
    en: (data, { text, date }) => ({
      subject: `Is what we say of ${text(data.name)} still right?`,
      paragraphs: [
        'Once a year we ask each initiative of the directory whether what it says is still right. You can confirm it with one click, or propose changes.',
        ...(isLast(data)
          ? ['This is the last time that we ask; without an answer the Ateneu’s team will look at it.']
          : []),
      ],
      facts: [
        ['Initiative', text(data.name)],
        ['Last confirmed', date(data.lastConfirmedAt)],
      ],
      action: { label: 'Look at the entry', url: data.personal.answerUrl },
      because: 'You received it because you are the contact of this initiative in the Ateneu’s directory.',
    }),
  },
});
