import { defineSeveral } from './defineSeveral.js';

defineSeveral('sqlite');
