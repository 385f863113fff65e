import { describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared } from '../support/ownGateway.js';

const people = 2_000;
/** What each was paid; one far more than all others. */
const amountOf = (at: number) => (at === 0 ? '99999999999999.99' : `${at % 300}.${10 + (at % 90)}`);
const atMost = 200;
const base = 10 * atMost;

/** What all were paid, none of whom counts for more than 200. */
const summed =
  Array.from({ length: people }, (_, at) => Math.min(atMost, Number(amountOf(at)))).reduce(
    (sum, amount) => sum + Math.round(amount * 100),
    0,
  ) / 100;

const declared = { mariadb: 'DECIMAL(16, 2)', postgres: 'NUMERIC(16, 2)' } as const;

describe.each(['mariadb', 'postgres'] as const)('sums of money (%s)', (kind) => {
  const open = () =>
    openOwnGateway({
      kind,
      statements: {
        population: [
          `CREATE TABLE payment (row_id BIGINT PRIMARY KEY NOT NULL, payee VARCHAR(20), kind VARCHAR(9) NOT NULL,
             amount ${declared[kind]})`,
          `INSERT INTO payment VALUES ${Array.from(
            { length: people },
            (_, at) => `(${at}, 'p${at % 1000}', 'K', ${amountOf(at)})`,
          ).join(', ')}`,
          // What is no number would be the greatest of all.
          `INSERT INTO payment VALUES ${Array.from(
            { length: 50 },
            (_, at) => `(${people + at}, 'q${at}', 'N', ${kind === 'postgres' ? "'NaN'" : 'NULL'})`,
          ).join(', ')}`,
          'CREATE TABLE income AS SELECT * FROM payment',
          'ALTER TABLE income ADD PRIMARY KEY (row_id)',
        ],
      },
      types: {
        population: `
          type Payment ${resourceOf('payment', '0001')} ${shared}
            @cube(name: "byKind", title: "类", dimensions: ["kind"], measures: ["amount"], atMost: [${atMost}]) {
            kind: String!
            amount: Decimal
          }
          type Income ${resourceOf('income', '0002', 'pageBy: "row_id", subject: "payee"')} ${shared}
            @cube(name: "byKind", title: "类", dimensions: ["kind"], measures: ["amount"], atMost: ["0.25"]) {
            payee: String
            kind: String
            amount: Decimal
          }`,
      },
      resources: {
        Payment: { reach: ['STATISTICS'], fields: { kind: {}, amount: {} } },
        Income: { reach: ['STATISTICS'], fields: { kind: {}, amount: {} } },
      },
    });

  it('are told to the last digit, as multiples of a base, near what they are', async () => {
    const gateway = await open();
    try {
      const { data, errors } = await gateway.ask(
        `{ paymentStatistics(cube: byKind) { group { kind } sum { amount } }
           incomeStatistics(cube: byKind) { group { kind } sum { amount } } }`,
      );
      expect(errors).toBeUndefined();
      const toldOf = (root: string, name: string) =>
        (data?.[root] as { group: { kind: string }; sum: { amount: string } }[]).find(
          ({ group }) => group.kind === name,
        )?.sum.amount;
      const told = toldOf('paymentStatistics', 'K');
      expect(told).toMatch(/^[0-9]+$/);
      expect(Number(told) % base).toBe(0);
      expect(Math.abs(Number(told) - summed)).toBeLessThan(base);
      expect(toldOf('paymentStatistics', 'N')).toBe('0');
      // Each of a thousand people counts for a quarter, of however many payments.
      const ofPeople = toldOf('incomeStatistics', 'K');
      expect(['247.5', '250']).toContain(ofPeople);
    } finally {
      await gateway.close();
    }
  });
});
