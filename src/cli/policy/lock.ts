import { lockPolicyFile, type Locked } from '../../start/policy/lockPolicyFile.js';
import { readLockSettings } from '../../start/settings.js';
import { padded } from '../explain/padded.js';

type LockedEvery = Locked['every'][number];
type FormSeed = LockedEvery['forms'][string];

function formInWords(form: FormSeed): string {
  if (typeof form === 'string') return form;
  return `mask ${typeof form.mask === 'string' ? form.mask : JSON.stringify(form.mask)}`;
}

function inWords({ grant, resource, isKept, forms }: LockedEvery): string {
  const rows = padded(Object.entries(forms).map(([field, form]) => [field, formInWords(form)]));
  const head = `grant ${grant}, ${resource}: ${isKept ? 'as it was locked' : 'locked anew'}`;
  return [head, ...rows.map((row) => `  ${row}`)].join('\n');
}

/** Writes the lock of the policy file, and prints what each "*" stands for. */
export async function lock(anew: readonly string[]): Promise<void> {
  const { file, every } = await lockPolicyFile(readLockSettings(process.env), anew);
  const kept = `${file} is written; keep it with the policy file, as a start reads both`;
  process.stdout.write(`${[...every.map(inWords), kept].join('\n')}\n`);
}
