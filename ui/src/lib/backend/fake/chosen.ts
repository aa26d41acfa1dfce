export { backend } from './household';
