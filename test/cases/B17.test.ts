import { defineB17 } from './defineB17.js';

defineB17('sqlite');
