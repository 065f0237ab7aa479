import { defineDeskTexts } from './define.ts';

/** How partners come in by e-mail or by key, who they are at the desk, and how their visit ends. */
export const partnerSignInTexts = defineDeskTexts({
  byEmail: { ca: 'Amb un enllaç al correu', es: 'Con un enlace en el correo' },
  byEmailText: {
    ca: 'Escriviu una adreça de la vostra entitat que l’ateneu tingui registrada i us hi enviarem un enllaç per entrar.',
    es: 'Escriba una dirección de su entidad que el ateneu tenga registrada y le enviaremos un enlace para entrar.',
  },
  email: { ca: 'Correu electrònic', es: 'Correo electrónico' },
  sendLink: { ca: 'Envia’m l’enllaç', es: 'Enviarme el enlace' },
  byKey: { ca: 'Amb la clau de l’API', es: 'Con la clave de la API' },
  sentTitle: { ca: 'Mireu el correu', es: 'Mire el correo' },
  // The same whether the address is known or not.
  sentText: {
    ca: 'Si l’ateneu té aquesta adreça registrada, d’aquí a un moment hi arribarà un enllaç per entrar. Val una sola vegada i caduca en pocs minuts.',
    es: 'Si el ateneu tiene registrada esta dirección, en un momento llegará un enlace para entrar. Vale una sola vez y caduca en pocos minutos.',
  },
  sentNothing: {
    ca: 'No arriba res? Mireu el correu brossa, comproveu l’adreça o demaneu a l’ateneu quina té de la vostra entitat. Cada adreça rep pocs enllaços en una hora.',
    es: '¿No llega nada? Mire el correo no deseado, compruebe la dirección o pregunte al ateneu cuál tiene de su entidad. Cada dirección recibe pocos enlaces en una hora.',
  },
  again: { ca: 'Torna a provar-ho', es: 'Volver a intentarlo' },
  enterAs: {
    ca: (contact: string, partner: string) => `Entreu com a ${contact}, de ${partner}?`,
    es: (contact: string, partner: string) => `¿Entra como ${contact}, de ${partner}?`,
  },
  enterText: {
    ca: (until: string) => `Encara no heu entrat: premeu el botó. L’enllaç val fins a les ${until} i una sola vegada.`,
    es: (until: string) => `Aún no ha entrado: pulse el botón. El enlace vale hasta las ${until} y una sola vez.`,
  },
  enterButton: { ca: 'Entra', es: 'Entrar' },
  linkGoneTitle: { ca: 'Aquest enllaç ja no val', es: 'Este enlace ya no vale' },
  askAgain: { ca: 'Demana’n un de nou', es: 'Pedir uno nuevo' },
  ended: {
    ca: 'La sessió s’ha acabat. Torneu a entrar: us durem on éreu.',
    es: 'La sesión ha terminado. Vuelva a entrar: le llevaremos a donde estaba.',
  },
  signedOut: { ca: 'Heu sortit.', es: 'Ha salido.' },
  account: { ca: 'El vostre accés', es: 'Su acceso' },
  entity: { ca: 'Entitat', es: 'Entidad' },
  contact: { ca: 'Qui ha entrat', es: 'Quién ha entrado' },
  how: { ca: 'Com', es: 'Cómo' },
  howEmail: { ca: 'Amb un enllaç al correu', es: 'Con un enlace en el correo' },
  howKey: { ca: 'Amb la clau de l’API', es: 'Con la clave de la API' },
  until: { ca: 'Fins a', es: 'Hasta' },
  keyReplaced: {
    ca: (until: string) =>
      `Aquesta clau s’ha canviat i deixa de funcionar el ${until}. Poseu la nova als vostres programes abans.`,
    es: (until: string) =>
      `Esta clave se ha cambiado y deja de funcionar el ${until}. Ponga la nueva en sus programas antes.`,
  },
  keys: { ca: 'Clau i credencials', es: 'Clave y credenciales' },
  keysText: {
    ca: 'La clau de l’API i el fitxer de credencials els emet l’ateneu, que us avisa per correu quan es canvien. Si n’heu perdut una o algú l’ha vista, demaneu-ne el canvi: l’antiga deixa de valer a l’acte o, si ho demaneu, unes hores més tard.',
    es: 'La clave de la API y el fichero de credenciales los emite el ateneu, que le avisa por correo cuando se cambian. Si ha perdido una o alguien la ha visto, pida el cambio: la antigua deja de valer en el acto o, si lo pide, unas horas más tarde.',
  },
  secretsText: {
    ca: 'El secret de cada webhook el podeu canviar aquí mateix:',
    es: 'El secreto de cada webhook lo puede cambiar aquí mismo:',
  },
});
