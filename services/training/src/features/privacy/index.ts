export { erasePerson } from './erase-person.subscriber.ts';
export { forgetRestricted } from './erasure.store.ts';
