import { defineVouched } from './defineVouched.js';

defineVouched('sqlite');
