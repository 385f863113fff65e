import { describe } from '@jest/globals';

import { temporaryControl } from '../support/temporaryControl.js';

import { defineChanges } from './defineAdminChanges.js';

describe('changes in a control database in a file', () => {
  const control = temporaryControl();
  defineChanges(
    () => Promise.resolve(control.url),
    () => {
      control.remove();
      return Promise.resolve();
    },
  );
});
