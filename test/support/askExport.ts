import type { GatewayWorld } from './testDeployment.js';
import type { As, GatewayOver } from './testGateway.js';

/** What an export says of itself between its rows. */
export interface ToldMark {
  readonly rows: number;
  readonly cursor: string | null;
  readonly outcome?: string;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
}

/** The lines of an export as NDJSON, read as they stand. */
export function readExport(text: string) {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const marksOf = (key: string) => lines.flatMap((line) => (line[key] ?? []) as ToldMark[]);
  return {
    rows: lines.filter((line) => !('@chunk' in line) && !('@end' in line)),
    chunks: marksOf('@chunk'),
    end: marksOf('@end').at(-1),
  };
}

/** Asks a gateway for an export, of which nothing is read before its end. */
export async function askExport<World extends GatewayWorld>(
  { app, headersOf }: Pick<GatewayOver<World>, 'app' | 'headersOf'>,
  as: As,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
) {
  const {
    statusCode,
    headers: answered,
    body,
  } = await app.inject({
    method: 'POST',
    url: '/export',
    headers: { 'content-type': 'application/json', ...(await headersOf(as)), ...headers },
    payload: { query, variables },
  });
  return { status: statusCode, headers: answered, text: body };
}
