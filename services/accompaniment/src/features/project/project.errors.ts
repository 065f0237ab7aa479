import { defineError } from '@ateneu/kernel';

export const projectNotFound = defineError({
  code: 'accompaniment.project.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquest projecte no existeix.',
    es: 'Este proyecto no existe.',
    en: 'There is no such project.',
  },
});

export const projectMerged = defineError({
  code: 'accompaniment.project.merged',
  kind: 'conflict',
  message: {
    ca: 'Aquest projecte es va fusionar amb un altre: treballeu amb aquell.',
    es: 'Este proyecto se fusionó con otro: trabaje con aquel.',
    en: 'This project went into another one: work with that one.',
  },
});

export const projectMergedWithItself = defineError({
  code: 'accompaniment.project.merged-with-itself',
  kind: 'invalid',
  message: {
    ca: 'Un projecte no es pot fusionar amb ell mateix.',
    es: 'Un proyecto no se puede fusionar consigo mismo.',
    en: 'A project cannot go into itself.',
  },
});

export const bothInProgress = defineError({
  code: 'accompaniment.project.both-in-progress',
  kind: 'conflict',
  message: {
    ca: 'Tots dos projectes tenen en curs un acompanyament de la mateixa modalitat: tanqueu-ne un abans de fusionar-los.',
    es: 'Los dos proyectos tienen en curso un acompañamiento de la misma modalidad: cierre uno antes de fusionarlos.',
    en: 'Both projects have an accompaniment of the same modality in progress: end one of them first.',
  },
});

export const projectCodeUnknown = defineError({
  code: 'accompaniment.project.code-unknown',
  kind: 'invalid',
  message: {
    ca: 'El codi «{value}» del camp {field} no existeix.',
    es: 'El código «{value}» del campo {field} no existe.',
    en: 'There is no code “{value}” for {field}.',
  },
});

export const memberNotFound = defineError({
  code: 'accompaniment.member.not-found',
  kind: 'not-found',
  message: {
    ca: 'Aquesta persona no és al grup del projecte.',
    es: 'Esta persona no está en el grupo del proyecto.',
    en: 'There is no such member of the project.',
  },
});

export const memberAlreadyThere = defineError({
  code: 'accompaniment.member.already-there',
  kind: 'conflict',
  message: {
    ca: 'Aquesta adreça ja és al grup del projecte, o hi està convidada.',
    es: 'Esta dirección ya está en el grupo del proyecto, o invitada.',
    en: 'This address is in the project’s group already, or invited.',
  },
});

export const memberWithoutAddress = defineError({
  code: 'accompaniment.member.without-address',
  kind: 'invalid',
  message: {
    ca: 'Per convidar una persona cal la seva adreça electrònica.',
    es: 'Para invitar a una persona hace falta su dirección de correo electrónico.',
    en: 'Inviting somebody needs their e-mail address.',
  },
});

export const memberWrongState = defineError({
  code: 'accompaniment.member.wrong-state',
  kind: 'conflict',
  message: {
    ca: 'Aquesta acció no es pot fer amb una persona en estat «{status}».',
    es: 'Esta acción no se puede hacer con una persona en estado «{status}».',
    en: 'This cannot be done to a member in state “{status}”.',
  },
});
