const nothingThere = 'nothing answers at its host and port';
const noDatabase = 'its user sees no such database';

/** Why no connection could be opened, by the code of the driver, of Node or of the server. */
const hints: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', nothingThere],
  ['ETIMEDOUT', nothingThere],
  ['EHOSTUNREACH', nothingThere],
  ['ENOTFOUND', 'the name of its host is not known here'],
  ['ER_ACCESS_DENIED_ERROR', 'it refuses this user with this password, or without TLS'],
  ['ER_DBACCESS_DENIED_ERROR', noDatabase],
  ['ER_BAD_DB_ERROR', noDatabase],
  ['ER_CON_COUNT_ERROR', 'it takes no more connections'],
  ['HANDSHAKE_NO_SSL_SUPPORT', 'it offers no TLS, which its URL asks for'],
  ['HANDSHAKE_SSL_ERROR', 'it shows no certificate that its URL would take'],
]);

/** Tells who runs the gateway what stands in the way; it holds no word of the driver's. */
export function hintOf({ code }: { readonly code?: string | undefined }): string | null {
  return hints.get(code ?? '') ?? null;
}
