import type { FastifyReply } from 'fastify';

/** Adds request headers to `Vary`, beside what is there already (CORS puts `Origin`). */
export function addVary(reply: Pick<FastifyReply, 'getHeader' | 'header'>, ...names: readonly string[]): void {
  const current = reply.getHeader('vary');
  const present = typeof current === 'string' ? current.split(',').map((name) => name.trim()) : [];
  const missing = names.filter((name) => !present.some((other) => other.toLowerCase() === name.toLowerCase()));
  reply.header('vary', [...present, ...missing].filter((name) => name !== '').join(', '));
}
