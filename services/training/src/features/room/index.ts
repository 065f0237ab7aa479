export { roomRoutes } from './room.routes.ts';
export { keepBooking, requireRoom } from './room.store.ts';
