import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An authority for certificates, for one suite alone. Its files lie in one folder. */
export function openAuthority(dir: string, name: string) {
  const file = (ending: string) => join(dir, `${name}.${ending}`);
  const openssl = (...given: readonly string[]) =>
    execFileSync('openssl', given, { stdio: 'pipe' });
  const ca = file('ca.pem');
  const key = file('ca.key');
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    key,
    '-out',
    ca,
    '-days',
    '2',
    '-subj',
    `/CN=${name}`,
  );
  return {
    /** The file of its own certificate. */
    ca,
    /**
     * Writes a certificate and its key.
     *
     * @param subjects as `DNS:localhost`, between commas
     */
    issue(of: string, subjects: string) {
      const [certificate, request] = [file(`${of}.pem`), file(`${of}.csr`)];
      const [ownKey, extensions] = [file(`${of}.key`), file(`${of}.ext`)];
      writeFileSync(extensions, `subjectAltName=${subjects}\n`);
      openssl('req', ...newKey, '-keyout', ownKey, '-out', request, '-subj', `/CN=${of}`);
      const signed = ['-CA', ca, '-CAkey', key, '-CAcreateserial', '-days', '2'];
      openssl(
        'x509',
        '-req',
        '-in',
        request,
        ...signed,
        '-extfile',
        extensions,
        '-out',
        certificate,
      );
      return { certificate, key: ownKey };
    },
  };
}
