import { defineError } from '@ateneu/kernel';

export const feedCursorExpired = defineError({
  code: 'accompaniment.feed.cursor-expired',
  kind: 'gone',
  message: {
    ca: 'Aquest cursor té més de {days} dies i pot haver-hi esdeveniments esborrats: llegiu l’estat de les derivacions i torneu a començar sense cursor.',
    es: 'Este cursor tiene más de {days} días y puede haber eventos borrados: lea el estado de las derivaciones y vuelva a empezar sin cursor.',
    en: 'This cursor is older than {days} days and events after it may be gone: read how your referrals stand and begin again without a cursor.',
  },
});
