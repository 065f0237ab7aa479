import { type DataOf, webhookEndpointDisabled } from '@ateneu/events';

import { defineTemplate } from './mail-template.ts';

const isGone = (data: Pick<DataOf<typeof webhookEndpointDisabled>, 'reason'>): boolean => data.reason === 'gone';

/** Tells a partner that its endpoint is sent nothing more, and how to have it back. */
export const webhookEndpointDisabledMail = defineTemplate(webhookEndpointDisabled, {
  kind: 'webhook-endpoint-disabled',
  title: 'A partner’s webhook endpoint was disabled',
  recipient: (data) => data.personal,
  texts: {
    ca: (data, { moment }) => ({
      subject: 'Hem deixat d’enviar avisos al vostre punt de recepció',
      paragraphs: [
        isGone(data)
          ? 'El vostre punt de recepció (webhook) ens ha respost que ja no existeix (410), i per això no hi enviem res més.'
          : 'Fa dies que el vostre punt de recepció (webhook) no accepta cap avís, i per això no hi enviem res més.',
        'No s’ha perdut res: el que no ha arribat s’enviarà, en ordre, quan el torneu a posar en marxa, fins a 30 dies després.',
      ],
      facts: [
        ['Adreça', data.personal.url],
        ['Falla des de', moment(data.failingSince)],
        ['Avisos pendents', String(data.waiting)],
      ],
      closing: [
        'Quan estigui arreglat, poseu-lo en marxa per l’API de col·laboradors (resume). Si us cal ajuda, responeu aquest missatge.',
      ],
      because:
        'Rebeu aquest missatge perquè la vostra entitat té un punt de recepció d’avisos a la plataforma de l’Ateneu.',
    }),
    es: (data, { moment }) => ({
      subject: 'Hemos dejado de enviar avisos a su punto de recepción',
      paragraphs: [
        isGone(data)
          ? 'Su punto de recepción (webhook) nos ha respondido que ya no existe (410), y por eso no le enviamos nada más.'
          : 'Hace días que su punto de recepción (webhook) no acepta ningún aviso, y por eso no le enviamos nada más.',
        'No se ha perdido nada: lo que no ha llegado se enviará, en orden, cuando lo vuelva a poner en marcha, hasta 30 días después.',
      ],
      facts: [
        ['Dirección', data.personal.url],
        ['Falla desde', moment(data.failingSince)],
        ['Avisos pendientes', String(data.waiting)],
      ],
      closing: [
        'Cuando esté arreglado, póngalo en marcha por la API de colaboradores (resume). Si necesita ayuda, responda a este mensaje.',
      ],
      because:
        'Recibe este mensaje porque su entidad tiene un punto de recepción de avisos en la plataforma del Ateneu.',
    }),
    en: (data, { moment }) => ({
      subject: 'We have stopped sending events to your endpoint',
      paragraphs: [
        isGone(data)
          ? 'Your webhook endpoint answered that it is gone (410), so nothing more is sent to it.'
          : 'Your webhook endpoint has accepted nothing for days, so nothing more is sent to it.',
        'Nothing is lost: what has not arrived is sent, in order, when you resume the endpoint, up to 30 days later.',
      ],
      facts: [
        ['Address', data.personal.url],
        ['Failing since', moment(data.failingSince)],
        ['Events waiting', String(data.waiting)],
      ],
      closing: ['Once it is mended, resume it through the partner API. If you need help, reply to this message.'],
      because: 'You get this message because your organisation has an endpoint for events on the Ateneu’s platform.',
    }),
  },
});
