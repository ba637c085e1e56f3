/**
 * Infrastructure as data: resources of a Terraform provider with their arguments. One description is rendered as HCL and as
 * a Pulumi program, so that both say the same.
 */
export interface Resource {
  /** Terraform type: `aws_ecs_service`. */
  readonly type: string;
  /** Unique for the type; an HCL identifier. */
  readonly name: string;
  readonly args: Arguments;
  /** Arguments that a release changes outside of this code. */
  readonly ignore?: readonly string[];
  /** Never destroyed by a plan. */
  readonly keep?: boolean;
  readonly comment?: string;
}

export interface Variable {
  readonly name: string;
  readonly description: string;
  readonly kind?: 'string' | 'number';
  readonly value?: string | number;
}

export interface Output {
  readonly name: string;
  readonly value: Value;
}

/** A provider of the program, by its Terraform name. */
export type ProviderName = 'aws' | 'google' | 'azurerm' | 'hcloud';

export interface Stack {
  readonly provider: ProviderName;
  readonly variables: readonly Variable[];
  readonly resources: readonly Resource[];
  readonly outputs: readonly Output[];
}

export interface Reference {
  readonly $: 'reference';
  readonly type: string;
  readonly name: string;
  readonly attribute: string;
  /** The argument it is given to is a number, which HCL converts by itself. */
  readonly numeric?: boolean;
}
export interface VariableReference {
  readonly $: 'variable';
  readonly name: string;
}
export interface Template {
  readonly $: 'template';
  readonly parts: readonly (string | Reference | VariableReference)[];
}
export interface Json {
  readonly $: 'json';
  readonly value: Value;
}
/** A nested block; `plural` is the name of the list in Pulumi, absent where Pulumi has a single object. */
export interface Block {
  readonly $: 'block';
  readonly plural?: string;
  readonly items: readonly Arguments[];
}

export type Value =
  | string
  | number
  | boolean
  | Reference
  | VariableReference
  | Template
  | Json
  | Block
  | readonly Value[]
  | { readonly [key: string]: Value };
export type Arguments = Readonly<Record<string, Value>>;

export const resource = (
  type: string,
  name: string,
  args: Arguments,
  options: Pick<Resource, 'ignore' | 'keep' | 'comment'> = {},
): Resource => ({ type, name, args, ...options });
export const reference = (type: string, name: string, attribute = 'id'): Reference => ({ $: 'reference', type, name, attribute });
export const numeric = (to: Reference): Reference => ({ ...to, numeric: true });
export const variable = (name: string): VariableReference => ({ $: 'variable', name });
export const template = (...parts: Template['parts']): Template => ({ $: 'template', parts });
export const json = (value: Value): Json => ({ $: 'json', value });
export const one = (args: Arguments): Block => ({ $: 'block', items: [args] });
export const many = (plural: string, items: readonly Arguments[]): Block => ({ $: 'block', plural, items });

/** Which of the tagged kinds a value is; undefined for plain data. */
export function tagOf(value: Value): Reference | VariableReference | Template | Json | Block | undefined {
  return typeof value === 'object' && !Array.isArray(value) && typeof (value as { $?: unknown }).$ === 'string'
    ? (value as Reference)
    : undefined;
}
