import { mysqlStore } from '../../../demo/write/mysqlStore.js';

/** Stands in what nobody may be told of. */
export const secret = 'SECRETsecret';

/** What is told of a server, whole. */
export async function failureOf(url: string): Promise<string> {
  const failure = await mysqlStore(url).then(
    () => new Error('it was opened'),
    (error: unknown) => error,
  );
  return JSON.stringify(failure, ['message', 'cause', 'code', 'errno', 'sqlMessage']);
}

export const told = '{"message":"TONGDAO_DEMO: the server does not answer or refuses the login"}';
