import { defineSeveral } from './defineSeveral.js';

defineSeveral('mariadb');
