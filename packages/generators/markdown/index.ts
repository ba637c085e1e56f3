export { renderResponse, type ResponseContext, spokenQuantities } from './render-response.ts';
