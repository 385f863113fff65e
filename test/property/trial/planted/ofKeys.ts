import type { Stages } from '../../../../src/exchange/stages.js';
import type { BoundBatchLookup } from '../../../../src/plan/roots/batchLookup.js';
import type { BoundVerify } from '../../../../src/plan/roots/verify.js';
import { allRows } from '../../../../src/source/request/filter.js';
import { distinctKeys } from '../../../../src/source/request/key.js';
import { operationOf } from '../../universe/operation.js';

import { changeLists, changeResources, changeRoots, type PlantedFault } from './planting.js';

function changeBatches(change: (batch: BoundBatchLookup) => BoundBatchLookup): Stages {
  return changeRoots((root) => (root.kind === 'batchLookup' ? change(root) : root));
}

function changeVerifications(change: (verify: BoundVerify) => BoundVerify): Stages {
  return changeRoots((root) => (root.kind === 'verify' ? change(root) : root));
}

/** Leaks in lookups and verifications. */
export const keysFaults: readonly PlantedFault[] = [
  {
    name: 'a lookup without row scope',
    stages: changeRoots((root) => {
      if (root.kind !== 'lookup' || root.filter.kind === 'nothing') return root;
      const [byKey] = root.filter.kind === 'and' ? root.filter.of : [];
      return byKey ? { ...root, filter: byKey } : root;
    }),
    asked: operationOf(['lookup']),
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a lookup of many keys without its row scope',
    stages: changeBatches((batch) => ({ ...batch, scope: allRows })),
    asked: operationOf(['batch']),
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a lookup of many keys that loses the order asked',
    stages: changeBatches((batch) => ({ ...batch, keys: [...batch.keys].sort() })),
    asked: operationOf(['batch']),
    noticedBy: ['reference'],
  },
  {
    name: 'a lookup of many keys that answers each key once',
    stages: changeBatches((batch) => ({ ...batch, keys: distinctKeys(batch.keys) })),
    asked: operationOf(['batch']),
    noticedBy: ['reference'],
  },
  {
    name: 'a vouched key that is not unique, taken for one that is',
    stages: changeResources((decision) => ({
      ...decision,
      resource: { ...decision.resource, vouched: [] },
    })),
    asked: operationOf(['lookup', 'batch', 'list']),
    noticedBy: ['reference'],
  },
  {
    name: 'a key of two parts of which one is not compared',
    stages: changeBatches((batch) => ({
      ...batch,
      step: {
        ...batch.step,
        to: batch.step.to.slice(0, 1),
        toIndexes: batch.step.toIndexes.slice(0, 1),
      },
      keys: batch.keys.map((key) => key.slice(0, 1)),
    })),
    asked: operationOf(['batch']),
    noticedBy: ['reference'],
  },
  {
    name: 'a page that begins after one part of its order alone',
    stages: changeLists((list) => ({
      ...list,
      order: list.order.slice(0, 1),
      orderIndexes: list.orderIndexes.slice(0, 1),
    })),
    asked: operationOf(['list']),
    noticedBy: ['reference'],
  },
  {
    name: 'a page of rows that are alike in its order',
    stages: changeLists((list) => ({ ...list, plan: { ...list.plan, isVouched: false } })),
    asked: operationOf(['list']),
    noticedBy: ['reference'],
  },
  {
    name: 'a verification without row scope',
    stages: changeVerifications((verify) => ({ ...verify, scope: allRows })),
    asked: operationOf(['verify']),
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'a verification of a claim that was not granted',
    stages: changeResources((decision) => {
      const { verification, resource } = decision;
      const claims = [...resource.fields.values()].filter(
        ({ name }) => !resource.key.includes(name),
      );
      return { ...decision, verification: verification && { ...verification, claims } };
    }),
    asked: operationOf(['verify']),
    noticedBy: ['reference'],
  },
  {
    name: 'a verification in which a claim is not compared',
    stages: changeVerifications((verify) => ({
      ...verify,
      step: { ...verify.step, claims: verify.step.claims.slice(1) },
    })),
    asked: operationOf(['verify']),
    noticedBy: ['reference'],
  },
  {
    name: 'a verification that tells nobody from a claim that does not hold',
    stages: changeVerifications((verify) => ({
      ...verify,
      step: { ...verify.step, tellsNotFound: true },
    })),
    asked: operationOf(['verify']),
    noticedBy: ['alike worlds', 'reference'],
  },
  {
    name: 'verifications that lose the order asked',
    stages: changeVerifications((verify) => ({
      ...verify,
      claimed: [...verify.claimed].sort((one, other) => (one.key < other.key ? -1 : 1)),
    })),
    asked: operationOf(['verify']),
    noticedBy: ['reference'],
  },
];
