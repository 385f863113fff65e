import { shown } from './desensitized.js';
import type { ApplicantQuery } from './generated/graphql.js';
import { graphql } from './generated/index.js';

/** What the desk must know of one who comes to withdraw: the right person, and insured or not. */
export const applicantQuery = graphql(`
  query Applicant($idNo: ID!) {
    resident(idNo: $idNo) {
      idNo
      name
      birthDate
      division {
        name
      }
      insurance(first: 5) {
        nodes {
          status
          startedOn
          monthlyBase
        }
      }
    }
  }
`);

type Resident = NonNullable<ApplicantQuery['resident']>;
type Insurance = NonNullable<Resident['insurance']>['nodes'][number];

const unknown = 'unknown';

function insuranceLine({ status, startedOn, monthlyBase }: Insurance): string {
  const base = monthlyBase ? `, on ${shown(monthlyBase)} yuan a month` : '';
  return `insurance: ${status} since ${shown(startedOn)}${base}`;
}

/** Lines for the clerk, who compares them with the card on the counter. */
export function describeApplicant(resident: Resident): readonly string[] {
  const { idNo, name, birthDate, division, insurance } = resident;
  return [
    `name: ${shown(name)}`,
    `ID number: ${shown(idNo)}`,
    `born: ${birthDate ? shown(birthDate) : unknown}`,
    // In clear, and so a string by itself.
    `division: ${division?.name ?? unknown}`,
    ...(insurance?.nodes ?? []).map(insuranceLine),
  ];
}
