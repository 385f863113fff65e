import { defineLivePolicy } from './defineLivePolicy.js';

defineLivePolicy(50);
