import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `npm run test:property -- --runs N [--seed S] [--path P]`: the two properties, at length. */
const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, path: { type: 'string' } },
});
const stated = {
  PROPERTY_RUNS: values.runs ?? '2000',
  PROPERTY_SEED: values.seed,
  PROPERTY_PATH: values.path,
};
const env = Object.entries({ ...process.env, ...stated }).filter(([, value]) => value);
const { status } = spawnSync('npx', ['jest', 'test/property', '--testPathIgnorePatterns=planted'], {
  stdio: 'inherit',
  env: Object.fromEntries(env),
});
process.exitCode = status ?? 1;
