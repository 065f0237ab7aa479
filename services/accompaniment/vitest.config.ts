import { defineWorkspaceTests } from '@ateneu/testing/vitest-config';

export default defineWorkspaceTests();
