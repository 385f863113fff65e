import './trial/inProduction.js';

import { plantedFaults } from './trial/plantedFaults.js';
import { tryPlanted } from './trial/tryPlanted.js';

tryPlanted(plantedFaults);
