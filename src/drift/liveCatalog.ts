import { catalogNow, type CatalogNow } from '../catalog/live/catalogNow.js';
import type { Drift } from '../catalog/live/drift.js';
import type { Catalog, CatalogPort } from '../catalog/model/catalog.js';
import type { SourceName } from '../shared/brand.js';
import type { Connector } from '../source/connector.js';
import type { SourceShape } from '../source/sourceShape.js';

import { SourceLook } from './sourceLook.js';

/** Is told of each change, once. */
export interface DriftListener {
  /** What has drifted, and had not before. */
  drifted(found: readonly Drift[]): void;
  /** What is again as the catalog says. */
  mended(ended: readonly Drift[]): void;
  /** A source that could be looked at cannot be now. What was seen of it last goes on to hold. */
  unseen(source: SourceName): void;
}

export interface LookOptions {
  /** How often each source is looked at, in milliseconds. */
  readonly interval: number;
  /** When a look at a source is given up, in milliseconds. */
  readonly deadline: number;
  /**
   * The least time between two looks that errors ask for; and while anything has drifted, between any
   * two, so that what is mended is soon there again.
   */
  readonly pause: number;
}

export const defaultLive: LookOptions = { interval: 60_000, deadline: 10_000, pause: 5_000 };

const textOf = (shape: SourceShape) =>
  JSON.stringify(Array.from(shape, ([table, columns]) => [table, [...columns]]));

const keyOf = (drift: Drift) => JSON.stringify(drift);

function without(some: readonly Drift[], others: readonly Drift[]): readonly Drift[] {
  const known = new Set(others.map(keyOf));
  return some.filter((drift) => !known.has(keyOf(drift)));
}

/**
 * The catalog as its sources hold it now. A change of theirs gives another catalog, as a whole; requests
 * under way keep the one that they began with. It needs no control database.
 */
export class LiveCatalog implements CatalogPort {
  readonly #compiled: Catalog;
  readonly #listener: DriftListener;
  readonly #looks: ReadonlyMap<SourceName, SourceLook>;
  readonly #shapes: Map<SourceName, SourceShape>;
  readonly #unseen = new Set<SourceName>();
  readonly #pace: Pick<LookOptions, 'interval' | 'pause'>;
  #now: CatalogNow;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param shapes what the sources hold, as far as it was read already */
  constructor(
    compiled: Catalog,
    shapes: ReadonlyMap<SourceName, SourceShape>,
    connectors: ReadonlyMap<SourceName, Connector>,
    listener: DriftListener,
    options: Partial<LookOptions> = {},
  ) {
    const { interval, deadline, pause } = { ...defaultLive, ...options };
    this.#compiled = compiled;
    this.#listener = listener;
    this.#pace = { interval, pause };
    this.#shapes = new Map(shapes);
    this.#now = { catalog: compiled, drift: [] };
    this.#looks = new Map(
      Array.from(connectors, ([source, connector]) => [
        source,
        new SourceLook(connector, { deadline, pause }, (shape) => {
          this.#saw(source, shape);
        }),
      ]),
    );
    this.#follow();
  }

  current(): Catalog {
    return this.#now.catalog;
  }

  get drift(): readonly Drift[] {
    return this.#now.drift;
  }

  /** Looks at all sources; what they hold now is in force when this resolves. */
  async look(): Promise<void> {
    await Promise.all([...this.#looks.values()].map((look) => look.now()));
  }

  /** A statement named what its source does not have: the source is looked at, at most so often. */
  suspect(source: SourceName): void {
    this.#looks.get(source)?.soon();
  }

  /** Looks from now on, until it is closed. */
  start(): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    const { interval, pause } = this.#pace;
    const wait = this.drift.length > 0 ? Math.min(interval, pause) : interval;
    this.#timer = setTimeout(() => {
      void this.look().finally(() => {
        this.start();
      });
    }, wait);
    this.#timer.unref();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const look of this.#looks.values()) look.close();
  }

  #saw(source: SourceName, shape: SourceShape | null): void {
    if (this.#isClosed) return;
    if (!shape) {
      if (this.#unseen.has(source)) return;
      this.#unseen.add(source);
      this.#listener.unseen(source);
      return;
    }
    this.#unseen.delete(source);
    const before = this.#shapes.get(source);
    this.#shapes.set(source, shape);
    // Nearly every look finds what the look before found.
    if (!before || textOf(before) !== textOf(shape)) this.#follow();
  }

  #follow(): void {
    const before = this.#now;
    const now = catalogNow(this.#compiled, this.#shapes);
    const [found, ended] = [without(now.drift, before.drift), without(before.drift, now.drift)];
    // Equal marks give equal contracts, but decisions would be made anew for nothing.
    const isSame = JSON.stringify(marks(now.catalog)) === JSON.stringify(marks(before.catalog));
    this.#now = { catalog: isSame ? before.catalog : now.catalog, drift: now.drift };
    if (found.length > 0) this.#listener.drifted(found);
    if (ended.length > 0) this.#listener.mended(ended);
    // What has drifted is looked at sooner.
    if (this.#timer) this.start();
  }
}

/** All by which a catalog of one compilation differs from another. */
function marks({ resources }: Catalog): readonly unknown[] {
  return [...resources.values()].map(({ name, drift, columnsNow, fields }) => [
    name,
    drift,
    columnsNow,
    [...fields.values()].map((field) => field.drift),
  ]);
}
