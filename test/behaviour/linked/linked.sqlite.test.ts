import { defineLinked } from './defineLinked.js';

defineLinked('sqlite');
