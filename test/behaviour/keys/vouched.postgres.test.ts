import { defineVouched } from './defineVouched.js';

defineVouched('postgres');
