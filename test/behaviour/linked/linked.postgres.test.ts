import { defineLinked } from './defineLinked.js';

defineLinked('postgres');
