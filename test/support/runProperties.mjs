import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/**
 * `npm run test:property -- --runs N [--source sqlite|mariadb|postgres] [--seed S] [--path P]`: the two
 * properties, at length, on each kind of source unless one is named.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    source: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
  },
});
const stated = {
  // What graphql-js looks at of its own values otherwise takes a tenth of the time.
  NODE_ENV: 'production',
  PROPERTY_RUNS: values.runs ?? '2000',
  PROPERTY_SEED: values.seed,
  PROPERTY_PATH: values.path,
};
const env = Object.entries({ ...process.env, ...stated }).filter(([, value]) => value);
const suites = ['test/property', '--testPathIgnorePatterns=planted'];
const project = values.source ? ['--selectProjects', values.source] : [];
const { status } = spawnSync('npx', ['jest', ...suites, ...project], {
  stdio: 'inherit',
  env: Object.fromEntries(env),
});
process.exitCode = status ?? 1;
