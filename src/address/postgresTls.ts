import type { TlsDemand, TlsParameters } from './tlsDemand.js';

export const postgresTlsParameters: TlsParameters = Object.freeze({
  ca: 'sslrootcert',
  certificate: 'sslcert',
  key: 'sslkey',
});

const fault = {
  mode:
    'In a URL of PostgreSQL, sslmode is verify-full, verify-ca or disable: a server that nobody ' +
    'verified may be anybody.',
  none: 'A URL of PostgreSQL that asks for TLS does not turn it off as well.',
  ca: 'sslmode=verify-ca asks for any server of one authority: sslrootcert names the file of that one.',
  own: 'In a URL of PostgreSQL, sslcert and sslkey stand together.',
};

function refuse(message: string): never {
  throw new Error(message);
}

/**
 * Reads what a URL of PostgreSQL says of TLS, in the words of libpq. What does not verify the server is
 * not offered: where a URL says nothing the connection is in clear, and a file alone asks for TLS.
 *
 * @param stated the parameters of TLS, by name
 * @returns null where the connection is in clear
 * @throws {Error} saying what would be right, with no part of the URL
 */
export function postgresTls(stated: Readonly<Record<string, string>>): TlsDemand | null {
  const { sslmode: mode, sslrootcert: caFile = null } = stated;
  const { sslcert: certificateFile, sslkey: keyFile } = stated;
  if (mode !== undefined && !/^(verify-full|verify-ca|disable)$/.test(mode)) refuse(fault.mode);
  const hasFiles = [caFile ?? undefined, certificateFile, keyFile].some(
    (file) => file !== undefined,
  );
  if (mode === 'disable' && hasFiles) refuse(fault.none);
  if (mode === 'disable' || (mode === undefined && !hasFiles)) return null;
  if ((certificateFile === undefined) !== (keyFile === undefined)) refuse(fault.own);
  if (mode === 'verify-ca' && caFile === null) refuse(fault.ca);
  const own = certificateFile !== undefined &&
    keyFile !== undefined && { certificateFile, keyFile };
  return { verifies: mode === 'verify-ca' ? 'CA' : 'IDENTITY', caFile, own: own || null };
}
