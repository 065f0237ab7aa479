// Strapi as its documentation has it, with one collection: `DATABASE_URL`, `PORT`.
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { createStrapi } = require('@strapi/strapi');

// It wants a place for uploads, though there are none.
mkdirSync(join(__dirname, 'public/uploads'), { recursive: true });
void createStrapi({ appDir: __dirname, distDir: __dirname }).start();
