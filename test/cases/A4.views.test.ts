import { defineA4Views } from './defineA4Views.js';

defineA4Views('sqlite');
