import { callbackify } from 'node:util';

import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** Where messages go. */
export interface MailSink {
  /** Takes a message; resolves when it is on disk. */
  keep(source: Buffer, envelope: { from: string; to: readonly string[] }): Promise<{ readonly id: string }>;
}

/** The largest message taken, in bytes. */
const maximumSize = 10 * 1024 * 1024;

/**
 * The catcher's SMTP side: it takes every message for anybody, without authentication, and delivers none.
 *
 * Two sorts of address misbehave on purpose, so that retries and bounces can be tried: `bounce+…@…` is refused for
 * good (550) and `slow+…@…` for now (451).
 */
export function createSmtpServer(sink: MailSink): SMTPServer {
  return new SMTPServer({
    name: 'mail-catcher.localhost',
    banner: 'caught mail is never delivered',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: maximumSize,
    onRcptTo({ address }, _session, callback) {
      if (/^bounce\+[^@]*@/i.test(address)) callback(refusal(550, '5.1.1 There is no such mailbox (on purpose).'));
      else if (/^slow\+[^@]*@/i.test(address)) callback(refusal(451, '4.3.0 Try again later (on purpose).'));
      else callback();
    },
    onData(stream, session, callback) {
      takeMessage(stream, session, sink, callback);
    },
  });
}

/** Takes one message; what it resolves or rejects with is what the sender is told. */
async function take(stream: SMTPServerDataStream, session: SMTPServerSession, sink: MailSink): Promise<string> {
  const { mailFrom, rcptTo } = session.envelope;
  const source = await readAll(stream);
  if (stream.sizeExceeded) throw refusal(552, '5.3.4 The message is too large.');
  const { id } = await sink.keep(source, {
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
  });
  return `2.0.0 Caught as ${id}`;
}

const takeMessage = callbackify(take);

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const piece = chunk as Buffer;
    size += piece.length;
    // Beyond the limit it is read and forgotten: the answer comes at the end.
    if (size <= maximumSize) chunks.push(piece);
  }
  return Buffer.concat(chunks);
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
