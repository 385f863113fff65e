import { defineSeveral } from './defineSeveral.js';

defineSeveral('postgres');
