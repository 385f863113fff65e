import type { Mask, MaskRuleName, PlainRule } from '../mask.js';

const parameterNames = ['step', 'first', 'last'] as const;
type ParameterName = (typeof parameterNames)[number];

/** A mask as a catalog, grant or rule states it. Its parameters may be missing or wrong. */
export type StatedMask<Rule extends string = MaskRuleName> = { readonly rule: Rule } & {
  readonly [Name in ParameterName]?: number | null | undefined;
};

/** The mask that was read, or a sentence that says what would be right. */
export type ReadMask =
  { readonly kind: 'mask'; readonly mask: Mask } | { readonly kind: 'wrong'; readonly why: string };

interface Parameters {
  readonly names: readonly ParameterName[];
  /** Returns undefined if a parameter is missing or out of bounds. */
  readonly read: (stated: StatedMask) => Mask | undefined;
  readonly right: string;
}

function isWhole(value: number | null | undefined, least: number): value is number {
  return Number.isSafeInteger(value) && (value ?? 0) >= least;
}

type ParametricRule = Exclude<MaskRuleName, PlainRule>;

const parametersOf: { readonly [Rule in ParametricRule]: Parameters } = {
  RANGE: {
    names: ['step'],
    read: ({ step }) => (isWhole(step, 2) ? { rule: 'RANGE', step } : undefined),
    right: 'RANGE states `step`, a whole number from 2: with `step: 10`, 37 is shown as 30–39.',
  },
  KEEP: {
    names: ['first', 'last'],
    read: ({ first, last }) =>
      isWhole(first, 0) && isWhole(last, 0) && first + last > 0
        ? { rule: 'KEEP', first, last }
        : undefined,
    right:
      'KEEP states `first` and `last`, whole numbers from 0: how many characters stay. Where none does, the rule is REDACT.',
  },
};

function isParametric(rule: string): rule is ParametricRule {
  return Object.hasOwn(parametersOf, rule);
}

/** A sentence about a stated parameter that the rule does not take; null if there is none. */
export function strayParameter(stated: StatedMask<string>): string | null {
  const names = isParametric(stated.rule) ? parametersOf[stated.rule].names : [];
  const stray = parameterNames.find(
    (name) => (stated[name] ?? null) !== null && !names.includes(name),
  );
  if (stray === undefined) return null;
  const taken = names.map((name) => `\`${name}\``).join(' and ') || 'no parameter';
  return `${stated.rule} takes ${taken}; \`${stray}\` is stated.`;
}

/** Reads a stated mask, which must have all parameters of its rule and no others. */
export function readStatedMask(stated: StatedMask): ReadMask {
  const stray = strayParameter(stated);
  if (stray !== null) return { kind: 'wrong', why: stray };
  const { rule } = stated;
  if (!isParametric(rule)) return { kind: 'mask', mask: Object.freeze({ rule }) };
  const { read, right } = parametersOf[rule];
  const mask = read(stated);
  return mask ? { kind: 'mask', mask: Object.freeze(mask) } : { kind: 'wrong', why: right };
}
