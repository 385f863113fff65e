import { findSuites } from './findSuites.mjs';

/** Says at the end of a run of all suites which are left out because they take long. */
export default class LeftOutReporter {
  #selects;

  constructor({ testPathPatterns }) {
    this.#selects = testPathPatterns.isSet();
  }

  async onRunComplete(contexts) {
    const projects = [...contexts].map(({ config }) => config.displayName?.name);
    if (this.#selects || projects.includes('long')) return;
    const suites = await findSuites('.long.test.ts');
    process.stderr.write(
      `\nleft out: ${suites}, which take long; \`npm run test:long\` runs them\n`,
    );
  }
}
