export { erasePerson } from './erase-person.subscriber.ts';
