/** The server that tests may make databases on, and drop them: `mysql://<user>:<password>@<host>:<port>`. */
export const mariadbUrl = process.env['TONGDAO_TEST_MYSQL'] ?? 'mysql://root@127.0.0.1:3306';
