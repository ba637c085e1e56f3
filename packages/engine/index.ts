export { type Adapters, answerBrief, completeAnswer, designBrief, type Designed, type DesignRequest } from './pipeline.ts';
export { understand, type Understood } from './understand.ts';
export { designFrom } from './design.ts';
export { type Derivation, explain, type Explanation, explanationText } from './explain/why.ts';
export { type Clarification, questionsFor } from './question/questions-for.ts';
export { readAnswerTexts } from './question/answers.ts';
export { rankQuestions } from './question/rank-questions.ts';
export { sizeWorkload } from './workload/size-workload.ts';
export { compareArchitectures } from './compare/index.ts';
export { runGate } from './gate/gate.ts';
export { CHECKLIST } from './gate/check.ts';
export { LONGEST_BRIEF, readBrief } from './intake/index.ts';
export {
  readSpecification,
  specificationJsonSchema,
  type SpecifiedRequest,
  specifiedRequest,
  specifiedRequirements,
} from './intake/specification/index.ts';
export { parseQuantity, readQuantities, writeQuantity } from './intake/quantity/index.ts';
export { judge, type Judged } from './evidence/judge.ts';
export { highest, type Order, orderOf } from './evidence/version-order/index.ts';
export {
  claimText,
  type ClaimContext,
  type Grounded,
  groundClaim,
  locateQuote,
  type Quotable,
  type RequirementClaim,
  valuesOf,
} from './intake/claim/index.ts';
export { type CheckedProse, checkProse, faultText, type ProseFault, type Speech, speechOf } from './gate/prose/index.ts';
