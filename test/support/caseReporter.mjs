const named = /^([A-E]\d+)\b[:,]?\s*/;

/**
 * Prints the tests of `test/cases` as a table: the case, the right value, and what was got. A case
 * is named at the beginning of its suite or test, or by its file, such as `A1`.
 */
export default class CaseReporter {
  #rows = [];

  onTestResult(_test, { testResults, testExecError, testFilePath }) {
    const [file = ''] = /[^/]+$/.exec(testFilePath) ?? [];
    const [, ofFile = file] = named.exec(file) ?? [];
    if (testExecError || testResults.length === 0) {
      this.#rows.push({ of: ofFile, right: 'its suite runs', got: 'it does not' });
    }
    for (const { ancestorTitles, title, status, failureMessages } of testResults) {
      const titles = [...ancestorTitles, title];
      const [, of = ofFile] = titles.flatMap((part) => named.exec(part) ?? []);
      const right = titles.map((part) => part.replace(named, '')).join(' › ');
      const [first = ''] = (failureMessages[0] ?? '').split('\n');
      this.#rows.push({ of, right, got: status === 'passed' ? 'right' : `${status}: ${first}` });
    }
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numFailedTestSuites }) {
    const number = ({ of }) => of.replace(/\d+/, (digits) => digits.padStart(3, '0'));
    const sorted = this.#rows.sort((one, other) => number(one).localeCompare(number(other)));
    for (const { of, right, got } of sorted) {
      process.stdout.write(`| ${of} | ${right.replaceAll('|', '\\|')} | ${got} |\n`);
    }
    const cases = new Set(this.#rows.map(({ of }) => of));
    process.stdout.write(
      `${cases.size} cases; ${numPassedTests} values right, ${numFailedTests} not, ${numFailedTestSuites} suites failed\n`,
    );
  }
}
