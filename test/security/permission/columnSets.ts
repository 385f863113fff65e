import type { PolicySeedInput } from '../../../src/control/policy/policySeed.js';
import { uses } from '../../../src/policy/model/use.js';
import { act } from '../../support/act.js';

type FieldGrant = PolicySeedInput['grants'][number]['resources'][string]['fields'][string];
type Rule = NonNullable<PolicySeedInput['rules']>[number];

type Withholding = Pick<Extract<Rule, { kind: 'WITHHOLD' }>, 'kind'>;
type Masking = Pick<Extract<Rule, { kind: 'MASK' }>, 'kind' | 'mask'>;

/** What is granted of the number, and what a rule leaves of it. */
export interface ColumnSet {
  readonly granted?: FieldGrant;
  readonly rule?: Withholding | Masking;
}

const clear: FieldGrant = { form: 'CLEAR', approvedBy: [act('PROVIDER')] };
const every: FieldGrant = { uses: [...uses] };

export const columnSets: Readonly<Record<string, ColumnSet>> = {
  'not granted': {},
  withheld: { granted: { form: 'WITHHELD' } },
  'withheld, LOOKUP': { granted: { form: 'WITHHELD', uses: ['LOOKUP'] } },
  'withheld, VERIFY': { granted: { form: 'WITHHELD', uses: ['VERIFY'] } },
  'withheld, JOIN': { granted: { form: 'WITHHELD', uses: ['JOIN'] } },
  'withheld, every use': { granted: { form: 'WITHHELD', ...every } },
  masked: { granted: {} },
  'masked, every use': { granted: every },
  clear: { granted: clear },
  'clear, no use': { granted: { ...clear, uses: [] } },
  'clear, FILTER': { granted: { ...clear, uses: ['FILTER'] } },
  'clear, SORT': { granted: { ...clear, uses: ['SORT'] } },
  'clear, GROUP': { granted: { ...clear, uses: ['GROUP'] } },
  'clear, every use': { granted: { ...clear, ...every } },
  'clear, approved by no one': { granted: { form: 'CLEAR', ...every } },
  'clear, masked by a rule': {
    granted: { ...clear, ...every },
    rule: { kind: 'MASK', mask: { rule: 'RANGE', step: 10 } },
  },
  'clear, withheld by a rule': { granted: { ...clear, ...every }, rule: { kind: 'WITHHOLD' } },
};
