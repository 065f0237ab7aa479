import { defineWorkspaceTests } from '@ateneu/testing/vitest-config';

// Some suites have a broker of their own, and say so in the environment of their process.
export default defineWorkspaceTests({ isolate: true });
