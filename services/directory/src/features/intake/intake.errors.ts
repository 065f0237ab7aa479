import { defineError } from '@ateneu/kernel';

export const linkUnknown = defineError({
  code: 'directory.link.unknown',
  kind: 'not-found',
  message: {
    ca: 'Aquest enllaç no és vàlid. Comproveu que l’heu copiat sencer.',
    es: 'Este enlace no es válido. Compruebe que lo ha copiado entero.',
    en: 'This link is not valid. Check that you copied all of it.',
  },
});

export const linkExpired = defineError({
  code: 'directory.link.expired',
  kind: 'gone',
  message: {
    ca: 'Aquest enllaç ha caducat. Torneu a fer-ho des del web i us n’enviarem un altre.',
    es: 'Este enlace ha caducado. Vuelva a hacerlo desde la web y le enviaremos otro.',
    en: 'This link has expired. Do it again from the website and we will send you another.',
  },
});

export const tooManyUnconfirmed = defineError({
  code: 'directory.submission.too-many-unconfirmed',
  kind: 'conflict',
  message: {
    ca: 'Aquesta adreça ja té enviaments pendents de confirmar. Obriu l’enllaç del correu que us hem enviat.',
    es: 'Esta dirección ya tiene envíos pendientes de confirmar. Abra el enlace del correo que le hemos enviado.',
    en: 'This address has submissions to confirm already. Open the link in the e-mail that we sent.',
  },
});

export const automaticSubmission = defineError({
  code: 'directory.submission.automatic',
  kind: 'invalid',
  message: {
    ca: 'El camp «homepage» ha de quedar buit.',
    es: 'El campo «homepage» debe quedar vacío.',
    en: 'The field “homepage” must stay empty.',
  },
});
