export { createDocumentStorage, type StorageLocation } from './document.storage.ts';
export { createDocumentStore, type DocumentStore } from './document.store.ts';
export { documentRoutes } from './document.routes.ts';
