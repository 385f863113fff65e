import type { SourceName } from '../../src/shared/brand.js';
import { creditCode, creditCodeCharacters } from '../generate/creditCode.js';
import { dataAsOf, ofAgeOn } from '../generate/dataAsOf.js';
import { Draw } from '../generate/draw.js';
import { drawCompanyName } from '../generate/drawCompanyName.js';
import { qingdaoCodes } from '../generate/qingdaoDivisions.js';
import { date, integer, optional, text, type DemoDatabase } from '../write/demoDatabase.js';

import type { Resident } from './publicSecurity.js';

export const companyCount = 10_000;

export interface Company {
  readonly creditCode: string;
  readonly name: string;
  readonly status: string;
  /** In ten thousand yuan. */
  readonly registeredCapital: number;
  readonly establishedOn: string;
  readonly legalRepName: string;
  readonly legalRepIdNo: string;
  readonly phone: string;
  readonly divisionCode: string;
}

/** How many companies one legal representative has: mostly a handful, at the most twelve. */
const companiesOfOne = [1, 1, 2, 3, 3, 4, 5, 6, 6, 8, 9, 12];

/** Nine in ten are in business. */
const statuses = [...Array<string>(18).fill('存续'), '注销', '吊销'];

/** Who represents each company, so that about nine in ten residents represent none. */
function drawRepresentatives(draw: Draw, people: readonly Resident[]): readonly Resident[] {
  const adults = people.filter(
    ({ birthDate }) => birthDate > '1945-01-01' && ofAgeOn(birthDate) < '2024-01-01',
  );
  const each = draw
    .shuffled(adults)
    .flatMap((one) => Array<Resident>(draw.one(companiesOfOne)).fill(one))
    .slice(0, companyCount);
  // The order of the table is disclosed, so it must not tell which companies have one representative.
  return draw.shuffled(each);
}

/** Draws until something new comes. To find it soon, there must be much more to draw than is drawn. */
function drawNew(given: Set<string>, drawOne: () => string): string {
  let drawn = drawOne();
  while (given.has(drawn)) drawn = drawOne();
  given.add(drawn);
  return drawn;
}

/** The demo's companies; a name and a code are given once. */
export function* companies(people: readonly Resident[]): Generator<Company> {
  // This seed lets the person about whom the demo asks represent companies.
  const draw = new Draw(370_408);
  const codes = new Set<string>();
  const names = new Set<string>();
  for (const { idNo, name, birthDate } of drawRepresentatives(draw, people)) {
    const divisionCode = draw.one(qingdaoCodes);
    const body = () =>
      `MA${Array.from({ length: 6 }, () => draw.one(creditCodeCharacters)).join('')}`;
    const ofAge = ofAgeOn(birthDate);
    yield {
      creditCode: drawNew(codes, () => creditCode(divisionCode, body())),
      name: drawNew(names, () => drawCompanyName(draw)),
      status: draw.one(statuses),
      registeredCapital: draw.one([10, 50, 100, 200, 500, 1_000, 5_000]),
      establishedOn: draw.day(ofAge > '1994-07-01' ? ofAge : '1994-07-01', dataAsOf),
      legalRepName: name,
      legalRepIdNo: idNo,
      // No numbers that begin with 140 are given to anyone.
      phone: `140${draw.digits(8)}`,
      divisionCode,
    };
  }
}

export function marketRegulation(all: () => Iterable<Company>): DemoDatabase {
  return {
    source: 'market' as SourceName,
    version: 1,
    tables: [
      {
        name: 'company',
        columns: [
          integer('row_id'),
          text('credit_code', 18),
          text('name', 100),
          text('status', 10),
          integer('registered_capital'),
          date('established_on'),
          text('legal_rep_name', 50),
          text('legal_rep_id_no', 18),
          optional(text('phone', 20)),
          text('division_code', 6),
        ],
        primaryKey: ['row_id'],
        unique: ['credit_code'],
        indexes: [
          ['legal_rep_id_no', 'row_id'],
          ['division_code', 'row_id'],
        ],
        *rows() {
          let rowId = 0;
          for (const one of all()) {
            rowId += 1;
            yield [
              rowId,
              one.creditCode,
              one.name,
              one.status,
              one.registeredCapital,
              one.establishedOn,
              one.legalRepName,
              one.legalRepIdNo,
              one.phone,
              one.divisionCode,
            ];
          }
        },
      },
    ],
  };
}
