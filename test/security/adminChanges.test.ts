import { describe } from '@jest/globals';

import { openAdministered } from '../support/administered.js';

import { defineChanges } from './defineAdminChanges.js';

describe('changes in a control database in a file', () => {
  defineChanges(() => openAdministered());
});
