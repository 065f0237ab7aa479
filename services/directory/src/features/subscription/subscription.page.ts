import { type Language, localize } from '@ateneu/kernel';
import type { SelfServicePage } from '@ateneu/service-kit';

import type { SubscriptionView } from './subscription.store.ts';

interface Texts {
  title: string;
  states: Record<SubscriptionView['state'], string>;
  topic: string;
  confirm: string;
  end: string;
}

const texts: Record<Language, Texts> = {
  ca: {
    title: 'Novetats del directori',
    states: {
      unconfirmed: 'Confirmeu que voleu rebre aquestes novetats, un cop per setmana com a molt.',
      active: 'Rebeu aquestes novetats, un cop per setmana com a molt.',
      ended: 'Ja no rebreu aquestes novetats, i n’hem esborrat la vostra adreça.',
    },
    topic: 'Subscripció',
    confirm: 'Confirma la subscripció',
    end: 'No vull rebre-les més',
  },
  es: {
    title: 'Novedades del directorio',
    states: {
      unconfirmed: 'Confirme que quiere recibir estas novedades, una vez por semana como mucho.',
      active: 'Recibe estas novedades, una vez por semana como mucho.',
      ended: 'Ya no recibirá estas novedades, y hemos borrado su dirección.',
    },
    topic: 'Suscripción',
    confirm: 'Confirmar la suscripción',
    end: 'No quiero recibirlas más',
  },
  en: {
    title: 'News of the directory',
    states: {
      unconfirmed: 'Please confirm that you want these news, once a week at most.',
      active: 'You get these news, once a week at most.',
      ended: 'You will not get these news any more, and your address is erased.',
    },
    topic: 'Subscription',
    confirm: 'Confirm the subscription',
    end: 'Send me no more',
  },
};

/** The page of a subscription, in its person's language. */
export function subscriptionPage({ topic, language, state }: SubscriptionView, secret: string): SelfServicePage {
  const text = texts[language];
  const end = { label: text.end, method: 'post', href: `${secret}/end` } as const;
  const confirm = { label: text.confirm, method: 'post', href: `${secret}/confirm` } as const;
  return {
    language,
    title: text.title,
    paragraphs: [text.states[state]],
    facts: [{ name: text.topic, value: localize(topic, language).text }],
    actions: { unconfirmed: [confirm], active: [end], ended: [] }[state],
  };
}
