// Nobody signs in: the pages of its administration are not served, and its secrets are of no use to anybody.
module.exports = {
  auth: { secret: 'bench' },
  apiToken: { salt: 'bench' },
  transfer: { token: { salt: 'bench' } },
  secrets: { encryptionKey: 'bench' },
  serveAdminPanel: false,
  autoOpen: false,
  flags: { nps: false, promoteEE: false },
};
