export { remind } from './reminder.sweep.ts';
