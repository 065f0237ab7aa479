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
    ca: 'Amb la clau de l’API i el fitxer de credencials es connecten els vostres programes. Renoveu-los si els heu perdut, si algú els ha vist o de tant en tant: us avisem per correu.',
    es: 'Con la clave de la API y el archivo de credenciales se conectan sus programas. Renuévelos si los ha perdido, si alguien los ha visto o de vez en cuando: le avisamos por correo.',
  },
  keysSince: { ca: 'Les actuals són del', es: 'Las actuales son del' },
  earlierUntil: { ca: 'Les anteriors funcionen fins al', es: 'Las anteriores funcionan hasta el' },
  noKeys: {
    ca: 'La vostra entitat encara no en té. Si voleu connectar un programa, demaneu-les a l’ateneu.',
    es: 'Su entidad aún no las tiene. Si quiere conectar un programa, pídalas al ateneu.',
  },
  renew: { ca: 'Renova les credencials', es: 'Renovar las credenciales' },
  renewWhen: { ca: 'Quan han de deixar de funcionar les d’ara?', es: '¿Cuándo deben dejar de funcionar las de ahora?' },
  renewLater: {
    ca: (hours: number) => `D’aquí a ${hours} hores: tindreu temps de canviar-les sense cap tall`,
    es: (hours: number) => `Dentro de ${hours} horas: tendrá tiempo de cambiarlas sin ningún corte`,
  },
  renewWeek: { ca: 'D’aquí a una setmana', es: 'Dentro de una semana' },
  renewNow: {
    ca: 'Ara mateix: algú les ha vist o les hem perdut',
    es: 'Ahora mismo: alguien las ha visto o las hemos perdido',
  },
  renewedTitle: { ca: 'Les vostres credencials noves', es: 'Sus credenciales nuevas' },
  renewedOnce: {
    ca: 'Copieu-les ara i deseu-les en un lloc segur: no es tornaran a mostrar.',
    es: 'Cópielas ahora y guárdelas en un lugar seguro: no se volverán a mostrar.',
  },
  renewedOverlap: {
    ca: (until: string) => `Les anteriors funcionen fins al ${until}. Canvieu-les als vostres programes abans.`,
    es: (until: string) => `Las anteriores funcionan hasta el ${until}. Cámbielas en sus programas antes.`,
  },
  renewedAtOnce: {
    ca: 'Les anteriors ja no funcionen: poseu les noves als vostres programes. Mentrestant no es perd cap avís.',
    es: 'Las anteriores ya no funcionan: ponga las nuevas en sus programas. Mientras tanto no se pierde ningún aviso.',
  },
  apiKey: { ca: 'Clau de l’API', es: 'Clave de la API' },
  credsFile: { ca: 'Fitxer .creds per als esdeveniments', es: 'Archivo .creds para los eventos' },
  backToAccount: { ca: 'Torna al vostre accés', es: 'Volver a su acceso' },
  secretsText: {
    ca: 'El secret de cada webhook el podeu canviar aquí mateix:',
    es: 'El secreto de cada webhook lo puede cambiar aquí mismo:',
  },
});
