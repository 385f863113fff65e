import { describe } from '@jest/globals';

import { defineAggregates } from './defineAggregates.js';
import { defineAnswers } from './defineAnswers.js';
import { defineBirths } from './defineBirths.js';
import { defineBounds } from './defineBounds.js';
import { defineBytes } from './defineBytes.js';
import { defineClocks } from './defineClocks.js';
import { defineCodes } from './defineCodes.js';
import { defineDays } from './defineDays.js';
import { defineExplain } from './defineExplain.js';
import { defineFailures } from './defineFailures.js';
import { defineFilters } from './defineFilters.js';
import { defineFormats } from './defineFormats.js';
import { defineJunctions } from './defineJunctions.js';
import { defineLists } from './defineLists.js';
import { defineMeasures } from './defineMeasures.js';
import { defineNames } from './defineNames.js';
import { defineNumbers } from './defineNumbers.js';
import { defineOracle } from './defineOracle.js';
import { defineOrders } from './defineOrders.js';
import { defineRelated } from './defineRelated.js';
import { defineShape } from './defineShape.js';
import { defineTexts } from './defineTexts.js';
import type { SourceKind } from './source.js';

/** What every connector must do, whatever its source. Run against a real one. */
export function defineConnectorSuite(name: string, kind: SourceKind): void {
  describe(`a connector of ${name}`, () => {
    defineShape(kind);
    defineTexts(kind);
    defineNumbers(kind);
    defineDays(kind);
    defineFormats(kind);
    defineClocks(kind);
    defineCodes(kind);
    defineBytes(kind);
    defineBounds(kind);
    defineLists(kind);
    defineBirths(kind);
    defineFilters(kind);
    defineOrders(kind);
    defineAnswers(kind);
    defineNames(kind);
    defineExplain(kind);
    defineFailures(kind);
    defineAggregates(kind);
    defineMeasures(kind);
    defineRelated(kind);
    defineJunctions(kind);
    defineOracle(kind);
  });
}
