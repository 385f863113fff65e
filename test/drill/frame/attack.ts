import type { Environment, SpawnedGateway } from '../../support/spawnGateway.js';

import type { Answered } from './ask.js';
import type { Felt } from './bystander.js';
import type { DrillWorld } from './drillWorld.js';

/** The gateway under attack, with a data folder of its own. */
export interface DrillGateway {
  readonly gateway: SpawnedGateway;
  readonly dir: string;
  /** Starts it anew on the same folder, once it has ended. */
  readonly restart: () => Promise<DrillGateway>;
}

/** Where an attack takes place. */
export interface Drill {
  readonly world: DrillWorld;
  /** Fewer and shorter attacks, and no verdict that hangs on how fast the machine is. */
  readonly short: boolean;
  /** How long others are looked at, in seconds. */
  readonly seconds: number;
  readonly attacker: Readonly<Record<string, string>>;
  readonly other: Readonly<Record<string, string>>;
  /** Starts the gateway; an attack has one, and may start it anew. */
  readonly open: (settings?: Environment) => Promise<DrillGateway>;
  /** A folder for what the attack needs, removed with the world. */
  readonly folder: () => string;
}

/** What came of an attack. */
export interface Outcome {
  /** What others felt without it, and during it. */
  readonly quiet?: Felt;
  readonly under?: Felt;
  /** Answers with data that somebody received: each must be on record. */
  readonly received: readonly (Answered | string)[];
  /** In a line, what was seen. */
  readonly seen: string;
  /** Why it was not held; empty where it was. */
  readonly faults: readonly string[];
}

export interface Attack {
  readonly name: string;
  readonly run: (drill: Drill) => Promise<Outcome>;
}

/** A sentence for the faults of an outcome where something does not hold. */
export function unless(holds: boolean, fault: string): readonly string[] {
  return holds ? [] : [fault];
}
