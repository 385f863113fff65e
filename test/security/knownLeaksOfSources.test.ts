import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';
import { testSources } from '../support/testSources.js';

const isMariadb = testSources === 'mariadb';

/** A function that refuses a value in words that hold it. */
const refuse = `CREATE FUNCTION refuse(v VARCHAR(255)) RETURNS VARCHAR(255) NO SQL
  BEGIN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = v; RETURN v; END`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
  const alter = (sql: string) => gateway.world.alter('population', sql);
  // As its owner may change a source while the gateway runs: in the table's place, a view that fails.
  await alter('ALTER TABLE resident RENAME TO kept');
  if (isMariadb) await alter(refuse);
  const name = isMariadb ? 'refuse(name)' : `json_extract('{}', name)`;
  await alter(
    `CREATE VIEW resident AS SELECT row_id, id_no, ${name} AS name, sex, birth_date, address,
      faith, division_code FROM kept`,
  );
});
afterAll(() => gateway.close());

describe('values in driver errors', () => {
  it('are there to be told', async () => {
    const read = async () => gateway.world.read('population', 'resident');
    await expect(read()).rejects.toHaveProperty('message', expect.stringContaining('张小三'));
  });

  it.each([
    ['a lookup', asSchool, 'resident(idNo: "370202199003071233") { name }'],
    ['a lookup of what is masked', asFund, 'resident(idNo: "370202199003071233") { name }'],
    ['lookups', asFund, 'residentsByIdNo(idNos: ["370202199003071233"]) { name }'],
    ['a list', asSchool, 'residents { nodes { name } }'],
    ['a condition', asSchool, 'residents(where: { name: { gt: "李" } }) { nodes { idNo } }'],
    ['an order', asSchool, 'residents(orderBy: [{ name: ASC }]) { nodes { idNo } }'],
    ['an aggregate', asSchool, 'residentAggregate { distinct { name } }'],
  ])('do not leave, nor stand on record: %s', async (_what, as, root) => {
    const { status, body, text } = await gateway.ask(as, `{ it: ${root} }`);
    expect([status, body.data, codesOf(body)]).toEqual([200, { it: null }, ['SOURCE_UNAVAILABLE']]);
    expect(body.errors?.[0]?.message).toBe('The source of this part cannot answer now.');
    expect(text).not.toMatch(/张|xpath|json|path error|syntax/i);
    expect(gateway.entries().at(-1)).toMatchObject({ outcome: 'PARTIAL', statements: 1 });
    expect(readFileSync(join(gateway.dir, 'record.jsonl'), 'utf8')).not.toMatch(/张|370202199/);
  });
});
