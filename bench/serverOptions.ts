/** The options that say where servers are, for `parseArgs`; by default the environment says it, or they are here. */
export function serverOptions(env: Readonly<Record<string, string | undefined>>) {
  return {
    server: {
      type: 'string',
      default: env['TONGDAO_TEST_MYSQL'] ?? 'mysql://root@127.0.0.1:3306',
    },
    postgres: {
      type: 'string',
      default: env['TONGDAO_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432',
    },
  } as const;
}
