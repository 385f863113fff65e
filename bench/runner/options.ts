import { parseArgs } from 'node:util';

import { serverOptions } from '../serverOptions.js';
import { sourceKinds, type Servers, type SourceKind } from '../sourceKind.js';

export interface Options {
  readonly source: SourceKind | 'all';
  readonly servers: Servers;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  /** Where to write the results as JSON, if anywhere. */
  readonly json: string | undefined;
  /** Whether to measure what the record costs, in the place of the comparison. */
  readonly recordCost: boolean;
}

const usage = `npm run bench -- [--source sqlite|mariadb|postgres|all]
  [--server mysql://<user>:<password>@<host>:<port>] [--postgres postgres://<user>:<password>@<host>:<port>]
  [--rounds N] [--seconds S] [--connections C] [--json FILE] [--record-cost]`;

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new Error(`--${name} takes a number above 0\n${usage}`);
}

function whole(name: string, text: string): number {
  const value = positive(name, text);
  if (Number.isInteger(value)) return value;
  throw new Error(`--${name} takes a whole number\n${usage}`);
}

function sourceOf(text: string): SourceKind | 'all' {
  const kind = ([...sourceKinds, 'all'] as const).find((known) => known === text);
  if (kind) return kind;
  throw new Error(`--source takes ${sourceKinds.join(', ')} or all\n${usage}`);
}

function serverOf(option: string, scheme: string, text: string): string {
  const { protocol, username, hostname, pathname } = URL.canParse(text)
    ? new URL(text)
    : { protocol: '', username: '', hostname: '', pathname: '' };
  const isServer = /^\/?$/.test(pathname);
  if (protocol === `${scheme}:` && username !== '' && hostname !== '' && isServer) return text;
  throw new Error(`--${option} takes ${scheme}://<user>:<password>@<host>:<port>\n${usage}`);
}

/** Reads the options of a run from its command line, and its servers from the environment. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      source: { type: 'string', default: 'all' },
      ...serverOptions(env),
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '4' },
      connections: { type: 'string', default: '16' },
      json: { type: 'string' },
      'record-cost': { type: 'boolean', default: false },
    },
  });
  return {
    source: sourceOf(values.source),
    servers: {
      mariadb: serverOf('server', 'mysql', values.server),
      postgres: serverOf('postgres', 'postgres', values.postgres),
    },
    rounds: whole('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    connections: whole('connections', values.connections),
    json: values.json,
    recordCost: values['record-cost'],
  };
}
