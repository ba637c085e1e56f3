import { slug } from '@archwright/kernel';
import type { Decision } from '@archwright/model';

/** `decisions/0001-architecture-pattern.md`: numbered in the order of the decisions, as decision records are. */
export const decisionPath = ({ title }: Pick<Decision, 'title'>, index: number): string =>
  `decisions/${String(index + 1).padStart(4, '0')}-${slug(title)}.md`;
