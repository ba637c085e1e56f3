export { readSpecification } from './read-specification.ts';
export { specificationJsonSchema, specificationSchema } from './schema.ts';
export {
  type Specification,
  specificationOf,
  type SpecifiedActivity,
  specifiedRequirements,
  type SpecifiedEntity,
} from './specification.ts';
export { writeSpecification } from './write-specification.ts';
export { type SpecifiedRequest, specifiedRequest } from './specified-request.ts';
