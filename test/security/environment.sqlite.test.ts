import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import { afterEach, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';

import { withoutRequestId } from '../support/alike.js';
import { asFund, openTestGateway } from '../support/testGateway.js';

const tempting = {
  APOLLO_KEY: 'service:tongdao:SECRETKEY',
  APOLLO_GRAPH_REF: 'tongdao@current',
  APOLLO_SCHEMA_REPORTING: 'true',
  APOLLO_USAGE_REPORTING_ENDPOINT: 'http://127.0.0.1:9',
  NODE_ENV: 'development',
};

const before = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(tempting)) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before[name];
  }
});

/** What a gateway of these surroundings answers, and the connections that it opened. */
async function answersIn(environment: Readonly<Record<string, string>>) {
  Object.assign(process.env, environment);
  let connections = 0;
  const count = () => {
    connections += 1;
  };
  subscribe('net.client.socket', count);
  subscribe('undici:request:create', count);
  // The sources lie elsewhere each time, but cursors are sealed by the key.
  const gateway = await openTestGateway({ masterKey: new Uint8Array(32) });
  try {
    const trace = { 'apollo-federation-include-trace': 'ftv1', 'apollographql-client-name': 'x' };
    const answers = [
      await gateway.ask(asFund, '{ residents { edges { cursor node { name } } } }'),
      await gateway.post(asFund, { query: '{ residents { nodes { name } } }' }, trace),
      await gateway.post(asFund, { query: '{ _service { sdl } }' }, trace),
      await gateway.ask(null, getIntrospectionQuery()),
      await gateway.ask(asFund, '{ nothing }'),
      await gateway.ask(asFund, '{'),
    ];
    return {
      texts: answers.map(({ text }) => withoutRequestId(text)),
      headers: answers.map(({ headers }) => Object.keys(headers)),
      connections,
    };
  } finally {
    await gateway.close();
    unsubscribe('net.client.socket', count);
    unsubscribe('undici:request:create', count);
  }
}

describe('an environment that would have Apollo report', () => {
  it('changes nothing of any answer, and nothing is told to anyone', async () => {
    const plain = await answersIn({});
    const tempted = await answersIn(tempting);
    expect(tempted).toEqual(plain);
    expect(plain.connections).toBe(0);
    expect(plain.texts[0]).toContain('张*三');
    expect(JSON.stringify(tempted)).not.toMatch(/ftv1|SECRETKEY|stacktrace/);
  });
});
