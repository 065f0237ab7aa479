import { defineError } from '@ateneu/kernel';

export const surveyUnknown = defineError({
  code: 'training.survey.unknown',
  kind: 'not-found',
  message: {
    ca: 'Aquest enllaç no és de cap enquesta. Comproveu que l’heu copiat sencer.',
    es: 'Este enlace no es de ninguna encuesta. Compruebe que lo ha copiado entero.',
    en: 'This link is of no survey. Check that you copied all of it.',
  },
});

export const surveyClosed = defineError({
  code: 'training.survey.closed',
  kind: 'gone',
  message: {
    ca: 'Aquesta enquesta ja s’ha respost amb aquest enllaç, o s’ha tancat. Gràcies!',
    es: 'Esta encuesta ya se ha respondido con este enlace, o se ha cerrado. ¡Gracias!',
    en: 'This survey was answered with this link already, or has closed. Thank you!',
  },
});

export const surveyAnswerInvalid = defineError({
  code: 'training.survey.answer-invalid',
  kind: 'invalid',
  message: {
    ca: 'La resposta a «{question}» no és vàlida.',
    es: 'La respuesta a «{question}» no es válida.',
    en: 'The answer to “{question}” is not valid.',
  },
});

export const surveyEmpty = defineError({
  code: 'training.survey.empty',
  kind: 'invalid',
  message: {
    ca: 'Respongueu almenys una pregunta.',
    es: 'Responda al menos una pregunta.',
    en: 'Answer at least one question.',
  },
});
