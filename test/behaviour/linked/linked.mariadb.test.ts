import { defineLinked } from './defineLinked.js';

defineLinked('mariadb');
