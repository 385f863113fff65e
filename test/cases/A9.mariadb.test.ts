import { defineA9 } from './defineA9.js';

defineA9('mariadb');
