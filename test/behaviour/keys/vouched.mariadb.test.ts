import { defineVouched } from './defineVouched.js';

defineVouched('mariadb');
