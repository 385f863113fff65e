import { defineTypes } from './defineTypes.js';
import { openOwnedSqlite } from './openTypes.js';
import { sqliteTypes } from './sqliteTypes.js';

defineTypes(sqliteTypes, openOwnedSqlite);
