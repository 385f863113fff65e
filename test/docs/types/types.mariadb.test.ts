import { defineTypes } from './defineTypes.js';
import { mariadbTypes } from './mariadbTypes.js';
import { openOwnedMariadb } from './openTypes.js';

defineTypes(mariadbTypes, openOwnedMariadb);
