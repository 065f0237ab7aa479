import type { TestProject } from 'vitest/node';

import { startTestPlatform } from './platform.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The variables by which commands find the platform that the run's specs share. */
    platformEnv: Record<string, string>;
  }
}

/** Runs one platform for every spec: starting it takes longer than most of them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const platform = await startTestPlatform();
  project.provide('platformEnv', platform.env);
  return () => platform.close();
}
