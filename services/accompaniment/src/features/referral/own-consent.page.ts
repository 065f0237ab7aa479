import type { Language } from '@ateneu/kernel';
import type { SelfServicePage } from '@ateneu/service-kit';

/** What a person may see of the consent they gave. */
export interface OwnConsent {
  projectName: string;
  /** Who holds the data besides the ateneu, or sent it. */
  holders: string[];
  givenOn: string;
  withdrawnAt: string | null;
}

interface Texts {
  title: string;
  open: string;
  done: string;
  project: string;
  holders: string;
  givenOn: string;
  withdraw: string;
  sure: string;
}

const texts: Record<Language, Texts> = {
  ca: {
    title: 'El vostre consentiment',
    open: 'Vau consentir que l’ateneu compartís les vostres dades i el projecte amb aquestes entitats. Podeu retirar el consentiment quan vulgueu.',
    done: 'Heu retirat el consentiment. Ho hem dit a tothom que tenia les vostres dades perquè les esborri.',
    project: 'Projecte',
    holders: 'Entitats',
    givenOn: 'Data del consentiment',
    withdraw: 'Retira el consentiment',
    sure: 'Les entitats deixaran de veure les vostres dades i la derivació s’aturarà.',
  },
  es: {
    title: 'Su consentimiento',
    open: 'Usted consintió que el ateneu compartiera sus datos y el proyecto con estas entidades. Puede retirar el consentimiento cuando quiera.',
    done: 'Ha retirado el consentimiento. Lo hemos dicho a todas las entidades que tenían sus datos para que los borren.',
    project: 'Proyecto',
    holders: 'Entidades',
    givenOn: 'Fecha del consentimiento',
    withdraw: 'Retirar el consentimiento',
    sure: 'Las entidades dejarán de ver sus datos y la derivación se detendrá.',
  },
  en: {
    title: 'Your consent',
    open: 'You agreed that the ateneu shares your data and the project with these entities. You may take it back at any time.',
    done: 'You took your consent back. Everybody who had your data was told to delete it.',
    project: 'Project',
    holders: 'Entities',
    givenOn: 'Given on',
    withdraw: 'Take the consent back',
    sure: 'The entities will no longer see your data, and the referral stops.',
  },
};

/** The page on which a person sees who has their data, and takes the consent back. */
export function ownConsentPage(language: Language, consent: OwnConsent, secret: string): SelfServicePage {
  const text = texts[language];
  const open = consent.withdrawnAt === null;
  return {
    language,
    title: text.title,
    paragraphs: [open ? text.open : text.done],
    facts: [
      { name: text.project, value: consent.projectName },
      { name: text.holders, value: consent.holders.join(', ') },
      { name: text.givenOn, value: consent.givenOn },
    ],
    actions: open ? [{ label: text.withdraw, method: 'post', href: `${secret}/withdraw`, confirm: text.sure }] : [],
  };
}
