export * from './catalogue.ts';
export * from './contracts/accompaniment.ts';
export * from './contracts/directory.ts';
export * from './contracts/notifications.ts';
export * from './contracts/training.ts';
export * from './define-event.ts';
