import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministered, type Administered } from '../support/administered.js';
let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(async () => {
  await gateway.close();
});

const get = (url: string, accept = '*/*') =>
  gateway.app.inject({ method: 'GET', url, headers: { accept } });

describe('D8: GET / and GET /admin/graphql', () => {
  it('/ tells a program where to ask', async () => {
    const { statusCode, body } = await get('/');
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toHaveProperty('exchange', expect.stringContaining('POST /graphql'));
  });

  it('/ is a page for a browser, which loads nothing', async () => {
    const { statusCode, headers, body } = await get('/', 'text/html,*/*');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('<a href="/graphql">');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('/admin/graphql says how the administration is asked', async () => {
    for (const accept of ['*/*', 'text/html']) {
      const { statusCode, headers, body } = await get('/admin/graphql', accept);
      expect([statusCode, headers['allow']]).toEqual([405, 'POST']);
      expect(body).toContain('The administration is asked by POST');
    }
  });

  it('what else is got is refused, by where a request goes', async () => {
    const { statusCode, body } = await get('/nope');
    expect(statusCode).toBe(404);
    expect(body).toContain('/graphql');
  });
});
