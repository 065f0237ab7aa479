import { once } from 'node:events';

import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';

/** What the server says to a step; nothing to accept. */
type Refusal = { code: number; message: string } | undefined;

/** A message as it arrived, with the envelope it came in. */
export interface Arrival {
  sender: string;
  recipients: string[];
  mail: ParsedMail;
}

/** A real SMTP server that keeps what it takes. */
export interface SmtpInbox {
  readonly url: string;
  readonly port: number;
  readonly arrivals: Arrival[];
  /** How often each address was offered. */
  offers(address: string): number;
  /** Decides on a recipient from now on. */
  onRecipient(answer: (address: string) => Refusal | Promise<Refusal>): void;
  /** Runs when the whole message has come and before it is acknowledged. */
  onMessage(act: (address: string) => Promise<Refusal | 'hang-up'>): void;
  /** Stops listening and drops its connections. */
  stop(): Promise<void>;
  /** Listens again, on the same port. */
  start(): Promise<void>;
}

/** Starts the server on a free port of this machine. */
export async function startSmtpInbox(): Promise<SmtpInbox> {
  const arrivals: Arrival[] = [];
  const offered: string[] = [];
  let recipientAnswer: (address: string) => Refusal | Promise<Refusal> = () => undefined;
  let messageAct: (address: string) => Promise<Refusal | 'hang-up'> = async () => undefined;
  let port = 0;
  let server: SMTPServer | undefined;

  const create = (): SMTPServer =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 50,
      onRcptTo: ({ address }, _session, callback) => {
        offered.push(address);
        void (async () => callback(errorOf(await recipientAnswer(address))))();
      },
      onData: (stream, session, callback) => {
        const sender = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        const recipients = session.envelope.rcptTo.map((recipient: SMTPServerAddress) => recipient.address);
        void (async () => {
          const mail = await simpleParser(stream).catch(() => undefined);
          // The line was lost half-way: nothing has arrived.
          if (mail === undefined) return;
          const verdict = await messageAct(recipients[0] ?? '');
          if (verdict === 'hang-up') {
            arrivals.push({ sender, recipients, mail });
            const connection = [...(server?.connections ?? [])].find(({ session: { id } }) => id === session.id);
            connection?._socket.destroy();
            return;
          }
          if (verdict === undefined) arrivals.push({ sender, recipients, mail });
          callback(errorOf(verdict));
        })();
      },
    });

  const start = async (): Promise<void> => {
    server = create();
    server.on('error', () => {});
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    const address = server.server.address();
    if (address === null || typeof address === 'string') throw new Error('The SMTP server is not listening.');
    port = address.port;
  };
  await start();

  return {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    get port() {
      return port;
    },
    arrivals,
    offers: (address) => offered.filter((other) => other === address).length,
    onRecipient: (answer) => {
      recipientAnswer = answer;
    },
    onMessage: (act) => {
      messageAct = act;
    },
    start,
    stop: () =>
      new Promise((resolve) => {
        if (server === undefined) return resolve();
        server.close(() => resolve());
      }),
  };
}

function errorOf(refusal: Refusal): Error | null {
  if (refusal === undefined) return null;
  return Object.assign(new Error(refusal.message), { responseCode: refusal.code });
}
