import { defineSchema } from './defineSchema.js';
import { legacy } from './legacy.js';
import { payroll } from './payroll.js';
import { shop } from './shop.js';
import { transit } from './transit.js';

for (const schema of [shop, payroll, legacy, transit]) defineSchema(schema, 'mariadb');
