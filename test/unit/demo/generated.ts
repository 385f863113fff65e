import { readDivisionCodes } from '../../../demo/agencies/civilAffairs.js';
import { companies, type Company } from '../../../demo/agencies/marketRegulation.js';
import { houses, type House } from '../../../demo/agencies/naturalResources.js';
import { residents, type Resident } from '../../../demo/agencies/publicSecurity.js';
import { insurances, type Insurance } from '../../../demo/agencies/socialSecurity.js';

export interface Generated {
  readonly people: readonly Resident[];
  readonly all: readonly Company[];
  readonly insured: readonly Insurance[];
  readonly built: readonly House[];
}

/** What depends on each other, generated as the demo does. */
export function generate(): Generated {
  const people = [...residents(readDivisionCodes())];
  const all = [...companies(people)];
  return { people, all, insured: [...insurances(people, all)], built: [...houses(people)] };
}
