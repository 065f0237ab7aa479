import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['src/**/*.unit.spec.ts'], testTimeout: 30_000 } });
