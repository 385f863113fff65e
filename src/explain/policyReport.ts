import type { Catalog, Cube, Link, Resource } from '../catalog/model/catalog.js';
import { leadsFrom } from '../catalog/model/leadsTo.js';
import type {
  FieldDecision,
  Reason,
  ResourceDecision,
  VerificationDecision,
} from '../policy/model/decisions.js';
import { atLeast, describeForm } from '../policy/model/form.js';
import { scopeFaults } from '../policy/model/scopeFaults.js';
import type { Reach, Use } from '../policy/model/use.js';

import type { Admitted } from './admit.js';
import { asItStands, conditionInWords } from './conditionInWords.js';

/** A step of a decision, or the reason why the contract then leaves something out. */
export interface DecisionStep extends Omit<Reason, 'step'> {
  readonly step: Reason['step'] | 'contract';
}

export interface FieldReport {
  readonly name: string;
  readonly form: string;
  readonly uses: readonly Use[];
  readonly reasons: readonly DecisionStep[];
}

export interface LinkReport {
  readonly name: string;
  /** The fields that lead to it. */
  readonly from: readonly string[];
  /** Where they lead, such as `Division.code`. */
  readonly to: readonly string[];
  /** The resource by way of whose rows it leads; null where it leads at once. */
  readonly junction: string | null;
  readonly isMany: boolean;
  /** Why it does not exist; null where it does. */
  readonly whyNot: DecisionStep | null;
}

/** A statistic that the catalog declares. */
export interface CubeReport {
  readonly name: string;
  /** The dimensions, then the measures. */
  readonly by: readonly string[];
  /** Why it may not be asked for; null where it may. */
  readonly whyNot: DecisionStep | null;
}

/**
 * What a requester has of one resource, and by which steps. Of a refused resource, only the steps.
 */
export interface ResourceReport {
  readonly name: string;
  readonly title: string;
  readonly isInContract: boolean;
  readonly reach: readonly Reach[];
  /** The row scope in words; null where the resource is refused. */
  readonly rows: string | null;
  /** What a verification compares and tells; null where nothing may be verified. */
  readonly verification: string | null;
  readonly fields: readonly FieldReport[];
  readonly links: readonly LinkReport[];
  readonly cubes: readonly CubeReport[];
  readonly reasons: readonly DecisionStep[];
}

/** Why a field that is clear in some rows is so in none, whatever the rows are. */
function whyInNoRow(
  { form }: FieldDecision,
  resource: Resource,
  { requester, contract }: Admitted,
): readonly DecisionStep[] {
  if (form.kind !== 'BY_ROW') return [];
  const who = requester.kind === 'public' ? 'the public' : `client ${requester.client}`;
  return scopeFaults(form.clearWhere, resource, contract, requester.attributes).map((fault) => ({
    step: 'contract',
    by: `${who} ${fault}`,
    result: `${describeForm(atLeast(form))} in every row`,
  }));
}

function fieldReport(decision: FieldDecision, resource: Resource, admitted: Admitted): FieldReport {
  const { field, form, uses, reasons } = decision;
  const where =
    form.kind === 'BY_ROW' ? `, CLEAR where ${conditionInWords(form.clearWhere, asItStands)}` : '';
  return {
    name: field.name,
    form: `${describeForm(atLeast(form))}${where}`,
    uses: [...uses],
    reasons: [...reasons, ...whyInNoRow(decision, resource, admitted)],
  };
}

function linkReport(link: Link, decision: ResourceDecision, { contract }: Admitted): LinkReport {
  const { name, target, steps, isMany } = link;
  const unseen: DecisionStep = {
    step: 'contract',
    by: `no field of ${target} is shown`,
    result: 'no link',
  };
  const whyNot = decision.refusedLinks.get(name) ?? (contract.types.has(target) ? null : unseen);
  const junction = steps.length > 1 ? (steps[0]?.target ?? null) : null;
  const to = (steps.at(-1)?.on ?? []).map((part) => `${target}.${part.to}`);
  return { name, from: leadsFrom(link), to, junction, isMany, whyNot };
}

function cubeReport({ name, dimensions, measures }: Cube, decision: ResourceDecision): CubeReport {
  const by = [...dimensions, ...measures].map((part) => part.name);
  return { name, by, whyNot: decision.refusedCubes.get(name) ?? null };
}

function verificationInWords(decision: VerificationDecision): string {
  const { claims, tellMismatches, tellNotFound } = decision;
  const told = ['MATCH', 'NO_MATCH', ...(tellNotFound ? ['NOT_FOUND'] : [])].join(', ');
  const besides = tellMismatches ? ', and which of these do not hold' : '';
  return `of ${claims.map(({ name }) => name).join(', ')}: ${told}${besides}`;
}

/** Why no schema holds a resource of which the decision gives something. */
function whyNotInSchema({ name }: Resource, { contract }: Admitted): readonly DecisionStep[] {
  const hasRoot = [...contract.roots.values()].some(
    ({ decision }) => decision.resource.name === name,
  );
  if (hasRoot || contract.schema.getType(name)) return [];
  const by = contract.types.has(name)
    ? 'no lookup, list or link leads to it'
    : 'no field of it is shown';
  return [{ step: 'contract', by, result: 'nothing' }];
}

/** Why no row is in scope, whatever the rows are. */
function whyNoRows(
  { scope, resource }: ResourceDecision,
  { requester, contract }: Admitted,
): readonly DecisionStep[] {
  if (requester.kind === 'public') return [];
  return scopeFaults(scope, resource, contract, requester.attributes).map((fault) => ({
    step: 'contract',
    by: `client ${requester.client} ${fault}`,
    result: 'no rows',
  }));
}

function resourceReport(resource: Resource, admitted: Admitted): ResourceReport {
  const { name, title } = resource;
  const decision = admitted.decisions.resources.get(name);
  if (!decision) {
    const reasons = admitted.decisions.refused.get(name) ?? [];
    const nothing = { reach: [], rows: null, verification: null, fields: [], links: [], cubes: [] };
    return { name, title, isInContract: false, ...nothing, reasons };
  }
  const lacks = whyNotInSchema(resource, admitted);
  return {
    name,
    title,
    isInContract: lacks.length === 0,
    reach: [...decision.reach],
    rows: conditionInWords(decision.scope, asItStands),
    verification: decision.verification && verificationInWords(decision.verification),
    fields: [...decision.fields.values()].map((field) => fieldReport(field, resource, admitted)),
    links: [...resource.links.values()].map((link) => linkReport(link, decision, admitted)),
    cubes: [...resource.cubes.values()].map((cube) => cubeReport(cube, decision)),
    reasons: [...decision.reasons, ...whyNoRows(decision, admitted), ...lacks],
  };
}

/** Reports what a requester has of each resource of the catalog. */
export function policyReport(
  { resources }: Catalog,
  admitted: Admitted,
): readonly ResourceReport[] {
  return [...resources.values()].map((resource) => resourceReport(resource, admitted));
}
