import { defineError } from '@ateneu/kernel';

export const tooManySubscriptions = defineError({
  code: 'directory.subscription.too-many-unconfirmed',
  kind: 'conflict',
  message: {
    ca: 'Aquesta adreça ja té subscripcions pendents de confirmar. Obriu l’enllaç del correu que us hem enviat.',
    es: 'Esta dirección ya tiene suscripciones pendientes de confirmar. Abra el enlace del correo que le hemos enviado.',
    en: 'This address has subscriptions to confirm already. Open the link in the e-mail that we sent.',
  },
});
