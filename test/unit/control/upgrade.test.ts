import { join } from 'node:path';

import { afterAll, describe } from '@jest/globals';

import { temporaryFolder } from '../../support/temporaryFolder.js';

import { defineUpgrade } from './defineUpgrade.js';

describe('a control database of before, in a file', () => {
  const { dir, remove } = temporaryFolder();
  afterAll(remove);
  let files = 0;
  defineUpgrade(() => {
    files += 1;
    return Promise.resolve(`sqlite:${join(dir, `control-${files}.sqlite`)}`);
  });
});
