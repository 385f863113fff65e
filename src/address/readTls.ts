import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { TlsDemand, TlsParameters } from './tlsDemand.js';

/** What a driver takes. */
export interface TlsOptions {
  readonly rejectUnauthorized: true;
  readonly verifyIdentity: boolean;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

const holds = (what: string) => `names a file that holds ${what} in PEM and can be read`;

function read(parameter: string, file: string, what: string, test: (pem: string) => void): string {
  try {
    const pem = readFileSync(file, 'utf8');
    test(pem);
    return pem;
  } catch {
    throw new Error(`${parameter} ${holds(what)}; this one does not.`);
  }
}

/**
 * Reads the files that an address names. They are read once, so a new one counts from the next start.
 *
 * @param parameters how the address calls them
 * @throws {Error} naming the parameter that is wrong, and no file
 */
export function readTls(
  { verifies, caFile, own }: TlsDemand,
  parameters: TlsParameters,
): TlsOptions {
  const certificate = (pem: string) => new X509Certificate(pem);
  return {
    rejectUnauthorized: true,
    verifyIdentity: verifies === 'IDENTITY',
    ...(caFile !== null && { ca: read(parameters.ca, caFile, 'certificates', certificate) }),
    ...(own && {
      cert: read(parameters.certificate, own.certificateFile, 'a certificate', certificate),
      key: read(parameters.key, own.keyFile, 'a private key without a password', createPrivateKey),
    }),
  };
}
