/** What the database is called on a server. */
export const databaseName = 'tongdao_big';
