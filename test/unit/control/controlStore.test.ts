import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { ControlStore } from '../../../src/control/store/controlStore.js';
import { temporaryFolder } from '../../support/temporaryFolder.js';

import { defineStore } from './defineStore.js';

describe('a control database in a file', () => {
  const { dir, remove } = temporaryFolder();
  defineStore(
    () => Promise.resolve(`sqlite:${join(dir, 'control.sqlite')}`),
    () => {
      remove();
      return Promise.resolve();
    },
  );
});

describe('a control database that cannot be opened', () => {
  it.each(['sqlite:/dev/null/SECRET/control.sqlite', 'mysql://someone:SECRET@127.0.0.1:1/control'])(
    'is told of without a word of the driver’s or of its address: %s',
    async (url) => {
      await expect(ControlStore.open(url)).rejects.toThrow(
        /^TONGDAO_CONTROL: the control database cannot be opened$/,
      );
    },
  );

  it('is named by a URL of a kind that is known', async () => {
    await expect(ControlStore.open('redis://127.0.0.1')).rejects.toThrow(
      'a control database is named by a URL of scheme sqlite, mysql',
    );
  });
});
