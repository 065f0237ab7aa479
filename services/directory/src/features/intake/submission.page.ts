import { type DomainError, type Language, localize } from '@ateneu/kernel';
import type { SelfServicePage } from '@ateneu/service-kit';

import type { Submission, SubmissionKind } from './submission.store.ts';

interface Texts {
  title: Record<SubmissionKind, string>;
  open: Record<SubmissionKind, string>;
  done: Record<SubmissionKind, string>;
  initiative: string;
  confirm: string;
  refusal: string;
}

const texts: Record<Language, Texts> = {
  ca: {
    title: { proposal: 'La vostra proposta per al directori', correction: 'La vostra correcció del directori' },
    open: {
      proposal: 'Confirmeu que voleu enviar aquesta proposta. L’equip de l’ateneu la mirarà abans de publicar-la.',
      correction: 'Confirmeu que voleu enviar aquesta correcció. L’equip de l’ateneu la mirarà abans d’aplicar-la.',
    },
    done: {
      proposal: 'La proposta està confirmada. Us escriurem quan l’hàgim mirat.',
      correction: 'La correcció està confirmada. Us escriurem quan l’hàgim mirat.',
    },
    initiative: 'Iniciativa',
    confirm: 'Confirma l’enviament',
    refusal: 'No s’ha pogut obrir l’enllaç',
  },
  es: {
    title: { proposal: 'Su propuesta para el directorio', correction: 'Su corrección del directorio' },
    open: {
      proposal: 'Confirme que quiere enviar esta propuesta. El equipo del ateneu la mirará antes de publicarla.',
      correction: 'Confirme que quiere enviar esta corrección. El equipo del ateneu la mirará antes de aplicarla.',
    },
    done: {
      proposal: 'La propuesta está confirmada. Le escribiremos cuando la hayamos mirado.',
      correction: 'La corrección está confirmada. Le escribiremos cuando la hayamos mirado.',
    },
    initiative: 'Iniciativa',
    confirm: 'Confirmar el envío',
    refusal: 'No se ha podido abrir el enlace',
  },
  en: {
    title: { proposal: 'Your proposal for the directory', correction: 'Your correction to the directory' },
    open: {
      proposal: 'Please confirm that you want to send this proposal. The ateneu looks at it before it is published.',
      correction: 'Please confirm that you want to send this correction. The ateneu looks at it before it is applied.',
    },
    done: {
      proposal: 'The proposal is confirmed. We will write to you when we have looked at it.',
      correction: 'The correction is confirmed. We will write to you when we have looked at it.',
    },
    initiative: 'Initiative',
    confirm: 'Confirm',
    refusal: 'The link could not be opened',
  },
};

/** The page behind the link of the e-mail. Only the button confirms: programs that look at links do not. */
export function submissionPage({ kind, name, language, confirmed }: Submission, secret: string): SelfServicePage {
  const text = texts[language];
  return {
    language,
    title: text.title[kind],
    paragraphs: [confirmed ? text.done[kind] : text.open[kind]],
    facts: [{ name: text.initiative, value: localize(name, language).text }],
    actions: confirmed ? [] : [{ label: text.confirm, method: 'post', href: `${secret}/confirm` }],
  };
}

/** The page that says why a link leads nowhere. Whose link it was is not known, so the browser's language decides. */
export function refusalPage(language: Language, error: DomainError): SelfServicePage {
  return { language, title: texts[language].refusal, paragraphs: [error.publicMessage(language)] };
}
