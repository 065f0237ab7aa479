import type { DomainError, Language } from '@ateneu/kernel';
import type { SelfServicePage } from '@ateneu/service-kit';

interface Texts {
  title: string;
  open: string;
  done: string;
  project: string;
  confirm: string;
  refusal: string;
}

const texts: Record<Language, Texts> = {
  ca: {
    title: 'La vostra petició d’acompanyament',
    open: 'Confirmeu que voleu enviar aquesta petició a l’ateneu.',
    done: 'La petició està confirmada. Us escriurem aviat per parlar-ne.',
    project: 'Projecte',
    confirm: 'Confirma la petició',
    refusal: 'No s’ha pogut obrir la petició',
  },
  es: {
    title: 'Su petición de acompañamiento',
    open: 'Confirme que quiere enviar esta petición al ateneu.',
    done: 'La petición está confirmada. Le escribiremos pronto para hablar de ella.',
    project: 'Proyecto',
    confirm: 'Confirmar la petición',
    refusal: 'No se ha podido abrir la petición',
  },
  en: {
    title: 'Your request for accompaniment',
    open: 'Please confirm that you want to send this request to the ateneu.',
    done: 'The request is confirmed. We will write to you soon to talk about it.',
    project: 'Project',
    confirm: 'Confirm the request',
    refusal: 'The request could not be opened',
  },
};

/** The page of a request, in its person's language. Only the button confirms: programs that look at links do not. */
export function ownIntakePage(
  language: Language,
  { confirmed, projectName }: { confirmed: boolean; projectName: string },
  secret: string,
): SelfServicePage {
  const text = texts[language];
  return {
    language,
    title: text.title,
    paragraphs: [confirmed ? text.done : text.open],
    facts: [{ name: text.project, value: projectName }],
    actions: confirmed ? [] : [{ label: text.confirm, method: 'post', href: `${secret}/confirm` }],
  };
}

/** The page that says why a link leads nowhere. Whose link it was is not known, so the browser's language decides. */
export function refusalPage(language: Language, error: DomainError): SelfServicePage {
  return { language, title: texts[language].refusal, paragraphs: [error.publicMessage(language)] };
}
