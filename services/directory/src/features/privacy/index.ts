export { erasePerson } from './erase-person.subscriber.ts';
export { exportPerson } from './export-person.route.ts';
