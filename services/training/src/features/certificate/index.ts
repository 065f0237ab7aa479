export { certificateRoutes } from './certificate.routes.ts';
export { type CertificateLinks, issueCertificates } from './certificate.store.ts';
