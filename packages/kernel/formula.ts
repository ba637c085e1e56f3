import { corners, exactly, type Interval } from './interval.ts';
import {
  combineDimensions,
  describeDimension,
  DIMENSIONLESS,
  type Dimension,
  dimensionOf,
  sameDimension,
  type Unit,
} from './unit.ts';

/**
 * A formula is text and function at once: what is printed is what was computed. Grammar: `+ - * /`, parentheses,
 * numbers, names (`[a-zA-Z_][a-zA-Z0-9_]*`), and the functions below. No `eval`: it runs under a strict CSP.
 */
export interface Formula {
  readonly text: string;
  /** Names it reads, in order of first use. */
  readonly names: readonly string[];
  evaluate(read: (name: string) => number): number;
  evaluateInterval(read: (name: string) => Interval): Interval;
  /**
   * The same computation over an array of values, for searches that evaluate it thousands of times.
   *
   * @param place - where a name's value stands: its index in the array, or the value itself where it never changes
   */
  bind(place: (name: string) => number | { readonly constant: number }): (values: Float64Array) => number;
  /** @throws where dimensions do not agree: adding bytes to seconds is a bug of ours */
  dimension(read: (name: string) => Dimension): Dimension;
}

type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'operation'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Node[] };

/** What a formula may call by name. */
export interface FormulaFunction {
  readonly arity: number | 'many';
  readonly apply: (...values: number[]) => number;
  /** `same`: operands and result alike; `none`: plain numbers; else the units it takes, in turn, and the one it gives. */
  readonly dimension: 'same' | 'none' | { readonly takes: readonly Unit[]; readonly gives: Unit };
  /** Grows with every operand: bounds come from bounds. Where absent, the bounds of two operands are tried in all combinations. */
  readonly increasing?: boolean;
}

const FUNCTIONS: Record<string, FormulaFunction> = {
  ceil: { arity: 1, apply: (x) => Math.ceil(x - 1e-9), dimension: 'none' },
  floor: { arity: 1, apply: (x) => Math.floor(x + 1e-9), dimension: 'none' },
  sqrt: { arity: 1, apply: Math.sqrt, dimension: 'none' },
  log2: { arity: 1, apply: Math.log2, dimension: 'none' },
  max: { arity: 'many', apply: Math.max, dimension: 'same' },
  min: { arity: 'many', apply: Math.min, dimension: 'same' },
  pow: { arity: 2, apply: Math.pow, dimension: 'none' },
};

/** Makes a function callable in formulas, so that what is printed stays what was computed. @throws where the name is taken */
export function defineFunction(name: string, given: FormulaFunction): void {
  if (FUNCTIONS[name]) throw new Error(`formulas have a function ${name} already`);
  FUNCTIONS[name] = given;
}

const cache = new Map<string, Formula>();

/** Parses and compiles a formula; the same text gives the same object. @throws on a syntax error, a bug of ours */
export function formula(text: string): Formula {
  const known = cache.get(text);
  if (known) return known;
  const root = parse(text);
  const names = [...new Set(namesOf(root))];
  const compute = compile(root);
  const made: Formula = {
    text,
    names,
    evaluate: compute,
    evaluateInterval: (read) => evaluateInterval(root, read),
    bind: (place) => asFunction(bind(root, place)),
    dimension: (read) => dimension(root, read, text),
  };
  cache.set(text, made);
  return made;
}

function parse(text: string): Node {
  const tokens = text.match(/\d+(?:\.\d+)?(?:e[+-]?\d+)?|[A-Za-z_][A-Za-z0-9_]*|[-+*/(),]|\S/g) ?? [];
  let at = 0;
  const fail = (): never => {
    throw new Error(`formula "${text}": unexpected ${tokens[at] ?? 'end'}`);
  };
  const take = (token: string): void => {
    if (tokens[at] !== token) fail();
    at += 1;
  };
  const binary = (operators: string, next: () => Node): Node => {
    let left = next();
    for (let operator = tokens[at]; operator && operators.includes(operator); operator = tokens[at]) {
      at += 1;
      left = { kind: 'operation', operator: operator as '+', left, right: next() };
    }
    return left;
  };
  const sum = (): Node => binary('+-', product);
  const product = (): Node => binary('*/', atom);
  const atom = (): Node => {
    const token = tokens[at] ?? fail();
    at += 1;
    if (token === '(') {
      const inside = sum();
      take(')');
      return inside;
    }
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token) };
    if (!/^[A-Za-z_]/.test(token)) {
      at -= 1;
      return fail();
    }
    if (tokens[at] !== '(') return { kind: 'name', name: token };
    const known = FUNCTIONS[token];
    if (!known) throw new Error(`formula "${text}": unknown function ${token}`);
    const operands: Node[] = [];
    do {
      at += 1;
      operands.push(sum());
    } while (tokens[at] === ',');
    take(')');
    if (known.arity !== 'many' && operands.length !== known.arity)
      throw new Error(`formula "${text}": ${token} takes ${known.arity}`);
    return { kind: 'call', name: token, operands };
  };
  const root = sum();
  if (at !== tokens.length) fail();
  return root;
}

function namesOf(node: Node): string[] {
  if (node.kind === 'name') return [node.name];
  if (node.kind === 'operation') return [...namesOf(node.left), ...namesOf(node.right)];
  return node.kind === 'call' ? node.operands.flatMap(namesOf) : [];
}

/** Nothing shared among nothing is nothing; anything else over nothing stays unbounded. */
const divide = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : a / b);

const operate = (operator: '+' | '-' | '*' | '/', a: number, b: number): number => {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  return divide(a, b);
};

type Compute = (read: (name: string) => number) => number;

function compile(node: Node): Compute {
  if (node.kind === 'number') return () => node.value;
  if (node.kind === 'name') return (read) => read(node.name);
  if (node.kind === 'operation') {
    const [left, right] = [compile(node.left), compile(node.right)];
    return (read) => operate(node.operator, left(read), right(read));
  }
  const operands = node.operands.map(compile);
  const { apply } = FUNCTIONS[node.name]!;
  return (read) => apply(...operands.map((operand) => operand(read)));
}

type Computed = (values: Float64Array) => number;

/** A bound part of a formula: what it comes to, where nothing in it changes, where it stands, or how to compute it. */
type Bound = { readonly constant: number } | { readonly slot: number } | { readonly from: Computed };

function asFunction(bound: Bound): Computed {
  if ('from' in bound) return bound.from;
  if ('slot' in bound) {
    const { slot } = bound;
    return (values) => values[slot]!;
  }
  const { constant } = bound;
  return () => constant;
}

/** Constant parts are computed once, by the same operations, so that the result is the same to the last bit. */
function bind(node: Node, place: Parameters<Formula['bind']>[0]): Bound {
  if (node.kind === 'number') return { constant: node.value };
  if (node.kind === 'name') {
    const at = place(node.name);
    return typeof at === 'number' ? { slot: at } : at;
  }
  const operands = (node.kind === 'operation' ? [node.left, node.right] : node.operands).map((operand) => bind(operand, place));
  const from =
    node.kind === 'operation'
      ? bindOperation(node.operator, operands[0]!, operands[1]!)
      : bindCall(node.name, operands.map(asFunction));
  return operands.every((operand) => 'constant' in operand) ? { constant: from(NO_VALUES) } : { from };
}

const NO_VALUES = new Float64Array(0);

function bindOperation(operator: '+' | '-' | '*' | '/', a: Bound, b: Bound): Computed {
  if (operator === '*') return bindProduct(a, b);
  const [left, right] = [asFunction(a), asFunction(b)];
  const [first, second] = ['constant' in a ? a.constant : undefined, 'constant' in b ? b.constant : undefined];
  if (operator === '+')
    return second === undefined ? (values) => left(values) + right(values) : (values) => left(values) + second;
  if (operator === '-') {
    if (first !== undefined) return (values) => first - right(values);
    return second === undefined ? (values) => left(values) - right(values) : (values) => left(values) - second;
  }
  // Over a number that is not zero, nothing is shared among nothing.
  return second ? (values) => left(values) / second : (values) => divide(left(values), right(values));
}

/** Most operations are products, and most factors are values or numbers: reading one in place saves a call. */
function bindProduct(a: Bound, b: Bound): Computed {
  if ('slot' in a) return bindProductOf(b, a.slot);
  if ('slot' in b) return bindProductOf(a, b.slot);
  const [left, right] = [asFunction(a), asFunction(b)];
  if ('from' in b) return (values) => left(values) * right(values);
  const factor = b.constant;
  return (values) => left(values) * factor;
}

function bindProductOf(other: Bound, slot: number): Computed {
  if ('from' in other) {
    const { from } = other;
    return (values) => from(values) * values[slot]!;
  }
  if ('slot' in other) {
    const second = other.slot;
    return (values) => values[slot]! * values[second]!;
  }
  const { constant } = other;
  return (values) => values[slot]! * constant;
}

/** `max`, `min` and `ceil` are what options use most; the others go the general way. */
function bindCall(name: string, operands: readonly ((values: Float64Array) => number)[]): (values: Float64Array) => number {
  const { apply } = FUNCTIONS[name]!;
  const [first, second] = operands as [(values: Float64Array) => number, (values: Float64Array) => number];
  if (operands.length === 1)
    return name === 'ceil' ? (values) => Math.ceil(first(values) - 1e-9) : (values) => apply(first(values));
  if (operands.length > 2) return (values) => apply(...operands.map((operand) => operand(values)));
  if (name === 'max') return (values) => Math.max(first(values), second(values));
  if (name === 'min') return (values) => Math.min(first(values), second(values));
  return (values) => apply(first(values), second(values));
}

function evaluateInterval(node: Node, read: (name: string) => Interval): Interval {
  if (node.kind === 'number') return exactly(node.value);
  if (node.kind === 'name') return read(node.name);
  if (node.kind === 'operation')
    return corners(evaluateInterval(node.left, read), evaluateInterval(node.right, read), (a, b) => operate(node.operator, a, b));
  const { apply, increasing } = FUNCTIONS[node.name]!;
  const operands = node.operands.map((operand) => evaluateInterval(operand, read));
  if (increasing) {
    const at = (end: keyof Interval): number => apply(...operands.map((operand) => operand[end]));
    return { low: at('low'), likely: at('likely'), high: at('high') };
  }
  const [first, ...rest] = operands;
  return rest.reduce(
    (sum, next) => corners(sum, next, apply),
    rest.length ? first! : corners(first!, exactly(0), (x) => apply(x)),
  );
}

function dimension(node: Node, read: (name: string) => Dimension, text: string): Dimension {
  if (node.kind === 'number') return DIMENSIONLESS;
  if (node.kind === 'name') return read(node.name);
  const parts = (node.kind === 'operation' ? [node.left, node.right] : node.operands).map((part) => dimension(part, read, text));
  if (node.kind === 'operation' && (node.operator === '*' || node.operator === '/'))
    return combineDimensions(parts[0]!, parts[1]!, node.operator === '*' ? 1 : -1);
  const operands = node.kind === 'operation' ? [node.left, node.right] : node.operands;
  const typed = node.kind === 'call' ? FUNCTIONS[node.name]!.dimension : 'same';
  if (typeof typed === 'object') {
    parts.forEach((part, index) => {
      const wanted = typed.takes[index % typed.takes.length]!;
      if (!sameDimension(part, dimensionOf(wanted)))
        throw new Error(`formula "${text}": ${describeDimension(part)} where ${wanted} is taken`);
    });
    return dimensionOf(typed.gives);
  }
  const isZero = (index: number) => operands[index]!.kind === 'number' && (operands[index] as { value: number }).value === 0;
  const wanted = parts.find((_, index) => !isZero(index)) ?? DIMENSIONLESS;
  if (node.kind === 'call' && typed === 'none' && !sameDimension(wanted, DIMENSIONLESS))
    throw new Error(`formula "${text}": ${node.name} of ${describeDimension(wanted)}`);
  parts.forEach((part, index) => {
    if (!isZero(index) && !sameDimension(part, wanted))
      throw new Error(`formula "${text}": ${describeDimension(part)} beside ${describeDimension(wanted)}`);
  });
  return wanted;
}
