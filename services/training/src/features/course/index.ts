export { CourseEntity } from './course.entity.ts';
export { courseRoutes } from './course.routes.ts';
export { type CourseStore, createCourseStore } from './course.store.ts';
