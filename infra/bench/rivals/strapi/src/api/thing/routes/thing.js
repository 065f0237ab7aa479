const { factories } = require('@strapi/strapi');

// Public, as the permissions of its administration would make them.
module.exports = factories.createCoreRouter('api::thing.thing', {
  config: { find: { auth: false }, create: { auth: false } },
});
