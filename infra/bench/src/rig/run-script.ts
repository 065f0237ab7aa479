import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a script with our own Node, to its end. @throws Error with what it said where it fails */
export async function runScript(script: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [script, ...args]);
}
