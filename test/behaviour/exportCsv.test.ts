import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { askExport } from '../support/askExport.js';
import { asSync, exportPolicy } from '../support/exportPolicy.js';
import { residents } from '../support/smallWorld.js';
import { openTestGateway, type TestGateway } from '../support/testGateway.js';

const addresses = ['=cmd|"/C calc"!A0', '-12', "'quoted'", '中山路,1号', null];

let gateway: TestGateway;
beforeAll(async () => {
  const rows = residents.map((row, index) => ({ ...row, address: addresses[index] ?? null }));
  // So that a chunk has two rows.
  gateway = await openTestGateway({ policy: exportPolicy(), limits: { maxCost: 4 } }, rows);
});
afterAll(() => gateway.close());

async function asCsv(query: string, accept = 'text/csv') {
  const { status, headers, text } = await askExport(gateway, asSync, query, {}, { accept });
  return { status, type: headers['content-type'], text: text.replace(/[\w-]{40,}/, 'LAST') };
}

describe('an export as CSV', () => {
  it('has a line for each row, names above, and how it ended below', async () => {
    const query = '{ residentExport { name address lies: division { code name } } }';
    expect(await asCsv(query)).toEqual({
      status: 200,
      type: 'text/csv; charset=utf-8; header=present',
      text: [
        'name,address,lies.code,lies.name',
        '张*三,"\'=cmd|""/C calc""!A0",370202,市南区',
        '李*,-12,370203,市北区',
        "欧**月,''quoted',370202,市南区",
        '王*,"中山路,1号",370211,黄岛区',
        '买*****逊,,,',
        '#end outcome=OK rows=5 cursor=LAST,,,',
        '',
      ].join('\r\n'),
    });
  });

  it('without a row has its names and its end', async () => {
    const query = '{ residentExport(where: { divisionCode: { eq: "0" } }) { name birthDate } }';
    expect((await asCsv(query)).text).toBe('name,birthDate\r\n#end outcome=OK rows=0 cursor=,\r\n');
  });

  it('begins with a mark of the byte order where that is asked for, as Excel needs', async () => {
    const { text, type } = await asCsv('{ residentExport { name } }', 'text/csv;bom=1');
    expect([text.startsWith('\uFEFFname\r\n'), type]).toEqual([
      true,
      'text/csv; charset=utf-8; header=present',
    ]);
  });

  it.each([
    ['application/x-ndjson, text/csv;q=0.5', 'application/x-ndjson; charset=utf-8'],
    ['application/x-ndjson;q=0.5, text/csv', 'text/csv; charset=utf-8; header=present'],
    ['text/*', 'text/csv; charset=utf-8; header=present'],
    ['*/*', 'application/x-ndjson; charset=utf-8'],
    ['text/csv;q=0, */*;q=0.1', 'application/x-ndjson; charset=utf-8'],
  ])('is what is wanted most of %s', async (accept, type) => {
    expect((await asCsv('{ residentExport { name } }', accept)).type).toBe(type);
  });
});
