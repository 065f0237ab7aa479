/** The mail catcher's process: `HOST`, `PORT` (HTTP), `SMTP_PORT` and `MAIL_DATA_DIR`. */
import { readEnvironment, serve } from '../process.ts';
import { createMailApp } from './http.ts';
import { openMailbox } from './mailbox.ts';
import { createSmtpServer } from './smtp.ts';

const env = readEnvironment(['PORT', 'SMTP_PORT', 'MAIL_DATA_DIR']);
const mailbox = await openMailbox(env.MAIL_DATA_DIR);
const app = createMailApp(mailbox);
const smtp = createSmtpServer(mailbox);
smtp.on('error', (error) => console.error(error.message));

await serve('mail-catcher', {
  listen: async (host) => {
    await new Promise<void>((resolve, reject) => {
      smtp.once('error', reject);
      smtp.listen(Number(env.SMTP_PORT), host, resolve);
    });
    await app.listen({ host, port: Number(env.PORT) });
  },
  close: async () => {
    await Promise.all([app.close(), new Promise<void>((resolve) => smtp.close(resolve))]);
  },
});
