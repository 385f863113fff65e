import { redactMask } from '../../../src/mask/mask.js';
import type { VerificationGrant } from '../../../src/policy/model/grant.js';
import { fieldsOf } from '../universe/cubes.js';
import {
  citizensFields,
  declaredCubes,
  minorsByOf,
  type CatalogChoice,
  type FieldGovernance,
  type MinorsBy,
} from '../universe/governance.js';
import { keyFields } from '../universe/keys.js';
import { stepsOf } from '../universe/links.js';
import {
  majorBefore,
  model,
  typeNames,
  type ModelField,
  type ModelRow,
  type TypeName,
  type World,
} from '../universe/model.js';
import {
  isByRow,
  type FieldGrantChoice,
  type FormChoice,
  type PolicyChoice,
  type ResourceGrantChoice,
  type RuleChoice,
} from '../universe/policy.js';
import type { ScopeChoice } from '../universe/scopes.js';

import { birthIn, isDay } from './meaning.js';
import { holds, type Surroundings } from './scope.js';

/** What one requester may have of a field, as the design's sentences say, read slowly. */
export interface ReferenceField {
  readonly form: FormChoice;
  /** Where the form is by row, whether a row shows the value as it stands. */
  readonly isClearIn?: (row: ModelRow) => boolean;
  readonly uses: ReadonlySet<string>;
  /** Whether statistics may be over it: it has GROUP, in whichever form. */
  readonly isCounted: boolean;
}

/** What is compared in a verification, and what that tells. */
export interface ReferenceVerification extends VerificationGrant {
  readonly claims: readonly string[];
}

export interface ReferenceType {
  readonly fields: Readonly<Record<string, ReferenceField>>;
  readonly links: readonly string[];
  readonly canLookUp: boolean;
  readonly canList: boolean;
  /** Whether any field of it is shown: without one it has no type. */
  readonly isVisible: boolean;
  readonly verification: ReferenceVerification | null;
  /** The names of the statistics that may be asked for. */
  readonly cubes: readonly string[];
  /** The fields that the catalog says hold citizens' numbers. */
  readonly citizens: ReadonlySet<string>;
  /** Whether a row is within the row scope, which may hang on other rows of its world. */
  readonly inScope: (row: ModelRow, world: World) => boolean;
}

export type ReferenceDecisions = Readonly<Partial<Record<TypeName, ReferenceType>>>;

type Form = ReferenceField['form'];

/** "Empty permission is nothing. Nothing widens. Two masks that can't be compared meet as REDACT." */
function weakest(forms: readonly Form[]): Form {
  if (forms.includes('WITHHELD')) return 'WITHHELD';
  const masks = forms.flatMap((form) => (typeof form === 'object' ? form.mask : []));
  const [mask, ...others] = masks;
  if (!mask) return 'CLEAR';
  const areEqual = others.every((other) => JSON.stringify(other) === JSON.stringify(mask));
  const met = areEqual ? mask : redactMask;
  const conditions = forms.flatMap((form) => (isByRow(form) ? form.clearWhere : []));
  // "A mask that is forced on it is put on in every row", and "each exception must hold of the row".
  if (conditions.length < masks.length) return { mask: met };
  return { mask: met, clearWhere: { kind: 'and', of: conditions } };
}

function decideField(
  { mask, type }: ModelField,
  { level, isMasked, isNotShared }: FieldGovernance,
  granted: FieldGrantChoice | undefined,
  rules: readonly (Form | undefined)[],
): ReferenceField {
  const nothing: ReferenceField = { form: 'WITHHELD', uses: new Set(), isCounted: false };
  const stated = rules.filter((form) => form !== undefined);
  // NOT_SHARED caps at nothing: no form, no use, no link key; so does an administrator's WITHHOLD.
  if (!granted || isNotShared || stated.includes('WITHHELD')) return nothing;

  // Where a grant is silent: L1 and L2 clear, L3 masked, L4 withheld; a declared mask is kept.
  const declared: Form = mask && isMasked ? { mask } : 'WITHHELD';
  const silent = {
    L1: isMasked ? declared : 'CLEAR',
    L2: isMasked ? declared : 'CLEAR',
    L3: declared,
    L4: 'WITHHELD',
  } as const;
  const needed = { L1: 0, L2: 0, L3: 1, L4: 2 }[level];
  const approvedInClear = granted.approvedBy.length >= needed;
  const isWithheld = !isMasked && (level === 'L3' || level === 'L4');
  const met = weakest([
    granted.form ?? silent[level],
    approvedInClear ? 'CLEAR' : declared,
    ...stated,
  ]);
  // No part of a code list may be shown: clear, or not at all.
  const form = isWithheld && met !== 'CLEAR' ? 'WITHHELD' : met;
  const uses = new Set<string>(granted.uses ?? ['FILTER', 'SORT', 'GROUP']);
  const isCounted = granted.uses ? uses.has('GROUP') : form === 'CLEAR';
  // No filter, sort or group on a field that isn't clear.
  if (form !== 'CLEAR') for (const use of ['FILTER', 'SORT', 'GROUP']) uses.delete(use);
  // "Nothing is asked by it."
  if (type === 'JSON') uses.clear();
  // A list is asked for what it holds, and by nothing else.
  if (type === 'List') for (const use of [...uses]) if (use !== 'FILTER') uses.delete(use);
  return { form, uses, isCounted };
}

/** The fields that a condition on a row's own values compares. */
function comparedBy(scope: ScopeChoice): readonly string[] {
  switch (scope.kind) {
    case 'compare':
    case 'isNull':
      return [scope.field];
    case 'not':
      return comparedBy(scope.of);
    case 'and':
    case 'or':
      return scope.of.flatMap(comparedBy);
    case 'has':
      return [];
    case 'some':
      throw new Error('a form by row leads through no link');
  }
}

/** "The condition is over fields that are clear to that grant"; else no row is clear. */
function settled(
  field: ReferenceField,
  type: TypeName,
  all: Readonly<Record<string, ReferenceField>>,
  around: Surroundings,
): ReferenceField {
  const { form } = field;
  if (!isByRow(form)) return field;
  const { mask, clearWhere } = form;
  if (!comparedBy(clearWhere).every((name) => all[name]!.form === 'CLEAR')) {
    return { ...field, form: { mask } };
  }
  return { ...field, isClearIn: (row) => holds(type, clearWhere, row, around) };
}

/** No condition of a form by row leads to other rows. */
const noWorld: World = { Person: [], Place: [], Lot: [], Term: [] };

/** "Approvals and link ends count it as clear": what it shows where it shows most, and where least. */
const most = (form: Form): Form => (isByRow(form) ? 'CLEAR' : form);
const least = (form: Form): Form => (isByRow(form) ? { mask: form.mask } : form);

const standing: FieldGrantChoice = {
  form: undefined,
  uses: ['LOOKUP', 'FILTER', 'SORT', 'GROUP', 'JOIN'],
  approvedBy: [],
};

/**
 * "Claims are the grant's fixed set: exactly the fields with use VERIFY. The key needs LOOKUP or
 * VERIFY." Where one of them was taken, all is.
 */
function verificationOf(
  type: TypeName,
  granted: ResourceGrantChoice | undefined,
  fields: Readonly<Record<string, ReferenceField>>,
): ReferenceVerification | null {
  if (!granted?.reach.includes('VERIFY')) return null;
  const key = keyFields(type);
  const claims = Object.keys(model[type].fields).filter(
    (name) => !key.includes(name) && granted.fields[name]?.uses?.includes('VERIFY'),
  );
  const mayVerify = claims.length > 0 && claims.every((name) => fields[name]!.uses.has('VERIFY'));
  const hasKey = key.every(
    (name) => fields[name]!.uses.has('LOOKUP') || fields[name]!.uses.has('VERIFY'),
  );
  return mayVerify && hasKey ? { claims, ...granted.verification } : null;
}

/** "A row about an under-14 (unknown age counts) is outside every scope unless minors are included." */
function isOfAge(row: ModelRow, minorsBy: MinorsBy): boolean {
  if (minorsBy === null) return true;
  const told = row[minorsBy.field];
  const born = minorsBy.isNumber ? birthIn(told) : told;
  return typeof born === 'string' && isDay(born) && born < majorBefore;
}

/** "A rule WINDOW leaves a resource out while it is closed. All of a resource’s must be open." */
function closes(rule: RuleChoice): boolean {
  return rule.kind === 'SUSPEND' || (rule.kind === 'WINDOW' && !rule.window.isOpen);
}

/** The decisions for the requester's purpose, worked out without any of the code under test. */
export function referenceDecide(catalog: CatalogChoice, policy: PolicyChoice): ReferenceDecisions {
  const { attributes } = policy;
  const citizensOf = (type: TypeName) => citizensFields(type, catalog[type]);
  const around = { attributes, citizensOf };
  const types: Partial<Record<TypeName, ReferenceType & { reach: ReadonlySet<string> }>> = {};
  for (const type of typeNames) {
    const granted = policy.resources[type];
    const isStanding = !granted && catalog[type].share === 'UNCONDITIONAL';
    const rules = policy.rules.filter(({ resource }) => resource === type);
    if ((!granted && !isStanding) || rules.some(closes)) continue;
    const fields = Object.entries(model[type].fields).map(([name, field]) => {
      const forms = rules.map((rule): Form | undefined => {
        // "One column is one element, wherever it is offered."
        const columnOf = (field: string) => model[type].fields[field]!.sameAs ?? field;
        const isNamed = 'field' in rule && columnOf(rule.field) === columnOf(name);
        if (rule.kind === 'WITHHOLD' && isNamed) return 'WITHHELD';
        if (rule.kind !== 'MASK' || !isNamed) return undefined;
        const { mask, clearWhere } = rule;
        return clearWhere ? { mask, clearWhere } : { mask };
      });
      const grant = isStanding ? standing : granted?.fields[name];
      return [name, decideField(field, catalog[type].fields[name]!, grant, forms)] as const;
    });
    const decided = Object.fromEntries(fields);
    const byName = Object.fromEntries(
      fields.map(([name, field]) => [
        name,
        settled(field, type, decided, { ...around, world: noWorld }),
      ]),
    );
    const citizens = citizensOf(type);
    const conditions = rules.flatMap((rule) => (rule.kind === 'ROWS' ? rule.rows : []));
    if (granted?.rows) conditions.push(granted.rows);
    const reach = new Set<string>(isStanding ? ['LOOKUP', 'LIST', 'LINKED'] : granted?.reach);
    const isVisible = Object.values(byName).some(({ form }) => form !== 'WITHHELD');
    types[type] = {
      fields: byName,
      isVisible,
      verification: verificationOf(type, granted, byName),
      // “Where every field of it has GROUP, whatever its form.”
      cubes: declaredCubes(type, catalog[type])
        .filter(
          (cube) =>
            reach.has('STATISTICS') && fieldsOf(cube).every((name) => byName[name]!.isCounted),
        )
        .map(({ name }) => name),
      links: isStanding ? Object.keys(model[type].links) : (granted?.links ?? []),
      reach,
      canLookUp:
        isVisible &&
        reach.has('LOOKUP') &&
        keyFields(type).every((name) => byName[name]!.uses.has('LOOKUP')),
      canList: isVisible && reach.has('LIST'),
      citizens,
      inScope: (row, world) =>
        conditions.every((condition) => holds(type, condition, row, { ...around, world })) &&
        (granted?.minors === true || isOfAge(row, minorsByOf(type, catalog[type]))),
    };
  }
  // A type without a visible field is in no contract, and nothing leads to it; it may be verified and
  // counted.
  const isVisible = (type: TypeName) => types[type]?.isVisible ?? false;
  const result: Partial<Record<TypeName, ReferenceType>> = {};
  for (const type of typeNames) {
    const decided = types[type];
    if (!decided) continue;
    // A junction need not show anything.
    const isReached = isVisible(type) || decided.reach.has('LINKED');
    if (!isReached && !decided.verification && decided.cubes.length === 0) continue;
    const links = decided.links.filter((name) => {
      if (!isVisible(type) || !isVisible(model[type].links[name]!.target)) return false;
      return stepsOf(type, name).every(({ from, target, on }) => {
        const [near, far] = [types[from], types[target]];
        if (!near || !far?.reach.has('LINKED')) return false;
        return on.every(([one, other]) => {
          const [key, led] = [near.fields[one]!, far.fields[other]!];
          const areJoined = key.uses.has('JOIN') && led.uses.has('JOIN');
          // A link must not publish what its key hides: the far end shows no more than the near one.
          const shown = weakest([least(key.form), most(led.form)]);
          return areJoined && JSON.stringify(shown) === JSON.stringify(most(led.form));
        });
      });
    });
    result[type] = { ...decided, links };
  }
  return result;
}
