import { compileContract } from '../contract/compileContract.js';
import { execute } from '../execute/execute.js';
import { exportChunk } from '../execute/export/exportChunk.js';
import { bind } from '../plan/bind.js';
import { checkCost } from '../plan/facts/checkCost.js';
import { bindVariables } from '../plan/operation/bindVariables.js';
import { prepare } from '../plan/prepare.js';
import { decide } from '../policy/decide/decide.js';
import { findGrant } from '../policy/decide/findGrant.js';
import { chargeExported } from '../quota/chargeExported.js';
import { chargeSubjects } from '../quota/chargeSubjects.js';

import { askedSubjects } from './askedSubjects.js';
import { checkOccasion } from './occasion.js';

/**
 * The stages of a request, in order. A test may replace any of them by a faulty one.
 *
 *     admit:  identity → findGrant → decide → compileContract
 *     plan:   prepare → bindVariables → bind → checkOccasion → checkCost
 *     answer: askedSubjects → chargeSubjects → execute
 *     export: exportChunk → chargeExported, chunk by chunk, each under an admission anew
 *
 * The stages before `chargeSubjects` ask no source, and all of them except identity are pure
 * functions. HTTP comes before the stages, the record after them.
 */
export const stages = {
  findGrant,
  decide,
  compileContract,
  prepare,
  bindVariables,
  bind,
  checkOccasion,
  checkCost,
  askedSubjects,
  chargeSubjects,
  execute,
  exportChunk,
  chargeExported,
};
export type Stages = typeof stages;
