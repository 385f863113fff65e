import { isIP } from 'node:net';

import type { TlsDemand, TlsParameters } from './tlsDemand.js';

export const mysqlTlsParameters: TlsParameters = Object.freeze({
  ca: 'ssl-ca',
  certificate: 'ssl-cert',
  key: 'ssl-key',
});

const names = ['ssl', 'ssl-mode', 'ssl-ca', 'ssl-cert', 'ssl-key'];

const fault = {
  unknown:
    'A URL of MySQL takes ssl, ssl-mode, ssl-ca, ssl-cert and ssl-key, each once, after its ?.',
  ssl: 'In a URL of MySQL, ssl is true or false.',
  mode:
    'In a URL of MySQL, ssl-mode is VERIFY_IDENTITY, VERIFY_CA or DISABLED: a server that nobody ' +
    'verified may be anybody.',
  none: 'A URL of MySQL that asks for TLS does not turn it off as well.',
  ca: 'ssl-mode=VERIFY_CA asks for any server of one authority: ssl-ca names the file of that one.',
  own: 'In a URL of MySQL, ssl-cert and ssl-key stand together.',
  ip:
    'A certificate is verified against the name of a host: name the host in the place of its IP ' +
    'address, or state ssl-mode=VERIFY_CA and ssl-ca.',
};

function refuse(message: string): never {
  throw new Error(message);
}

function read(search: string): Readonly<Record<string, string>> {
  const stated = [...new URLSearchParams(search)];
  const isEach = stated.every(([name, value]) => names.includes(name) && value !== '');
  const all = Object.fromEntries(stated);
  return isEach && Object.keys(all).length === stated.length ? all : refuse(fault.unknown);
}

/** Whether TLS is asked for; null where nothing says so. */
function asksFor(ssl: string | undefined, isMysqls: boolean): boolean | null {
  if (ssl === undefined) return isMysqls ? true : null;
  if (ssl !== 'true' && ssl !== 'false') refuse(fault.ssl);
  return ssl === 'true';
}

/**
 * Reads what a URL of MySQL says of TLS, in the words of MySQL's own clients. What does not verify the
 * server is not offered.
 *
 * @param search all from the `?` on
 * @returns null where the connection is in clear
 * @throws {Error} saying what would be right, with no part of the URL
 */
export function mysqlTls(isMysqls: boolean, host: string, search: string): TlsDemand | null {
  const stated = read(search);
  const mode = stated['ssl-mode']?.toUpperCase();
  const { 'ssl-ca': caFile = null, 'ssl-cert': certificateFile, 'ssl-key': keyFile } = stated;
  if (mode !== undefined && !/^(VERIFY_IDENTITY|VERIFY_CA|DISABLED)$/.test(mode))
    refuse(fault.mode);
  const asked = asksFor(stated['ssl'], isMysqls);
  const hasFiles = [caFile ?? undefined, certificateFile, keyFile].some(
    (file) => file !== undefined,
  );
  const isOff = mode === 'DISABLED' || asked === false;
  if (isOff && (asked === true || isMysqls || hasFiles || mode?.startsWith('VERIFY'))) {
    refuse(fault.none);
  }
  if (isOff || (asked === null && mode === undefined && !hasFiles)) return null;
  if ((certificateFile === undefined) !== (keyFile === undefined)) refuse(fault.own);
  const verifies = mode === 'VERIFY_CA' ? 'CA' : 'IDENTITY';
  if (verifies === 'CA' && caFile === null) refuse(fault.ca);
  if (verifies === 'IDENTITY' && isIP(host) !== 0) refuse(fault.ip);
  const own = certificateFile !== undefined &&
    keyFile !== undefined && { certificateFile, keyFile };
  return { verifies, caFile, own: own || null };
}
