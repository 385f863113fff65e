import type { Catalog } from '../../catalog/model/catalog.js';
import type { Admitted } from '../../explain/admit.js';
import { policyReport, type ResourceReport } from '../../explain/policyReport.js';
import { unreachable } from '../../shared/unreachable.js';

import { itemText, resourceStepsText, resourceText } from './resourceText.js';
import type { Target } from './target.js';
import { whoAsks, whoAsksLine, type Told } from './told.js';

type PolicyTarget = Exclude<Target, { readonly kind: 'file' }>;

/** A report of which one field, link or cube is left. */
function onlyItem(report: ResourceReport, item: string): ResourceReport {
  const isIt = ({ name }: { readonly name: string }) => name === item;
  const [fields, links] = [report.fields.filter(isIt), report.links.filter(isIt)];
  return { ...report, fields, links, cubes: report.cubes.filter(isIt) };
}

function linesOf(report: ResourceReport, target: PolicyTarget): readonly string[] {
  switch (target.kind) {
    case 'all':
      return resourceText(report);
    case 'type':
      return resourceStepsText(report);
    case 'item':
      return itemText(report);
    default:
      return unreachable(target);
  }
}

/** Tells what a requester has of the catalog, of one type or of one item. */
export function tellPolicy(target: PolicyTarget, catalog: Catalog, admitted: Admitted): Told {
  const reports = policyReport(catalog, admitted)
    .filter(({ name }) => target.kind === 'all' || name === target.resource)
    .map((report) => (target.kind === 'item' ? onlyItem(report, target.item) : report));
  const lines = reports.flatMap((report) => ['', ...linesOf(report, target)]);
  return {
    lines: [whoAsksLine(admitted), ...lines],
    data: { ...whoAsks(admitted), resources: reports },
    code: 0,
  };
}
