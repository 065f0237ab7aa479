import { isFree } from '@ateneu/local/platform/checks';

const blockSize = 40;

/** The first port of a block in which nobody listens, as the local platform takes one. */
export async function freeBlock(): Promise<number> {
  for (let base = 29_000 + Math.floor(Math.random() * 20) * 50; ; base += 50) {
    const free = await Promise.all(Array.from({ length: blockSize }, (_unused, index) => isFree(base + index)));
    if (!free.includes(false)) return base;
  }
}
