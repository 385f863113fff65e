import { defineTypes } from './defineTypes.js';
import { openOwnedPostgres } from './openTypes.js';
import { postgresTypes } from './postgresTypes.js';

defineTypes(postgresTypes, openOwnedPostgres);
