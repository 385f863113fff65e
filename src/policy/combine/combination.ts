import type { Resource } from '../../catalog/model/catalog.js';
import { leadsFrom } from '../../catalog/model/leadsTo.js';
import type { Decisions, FieldDecision, ResourceDecision } from '../model/decisions.js';
import { atLeast, atMost, describeForm, type Form } from '../model/form.js';

import { elementOf } from './elementOf.js';
import { elementStructures, shownPlaces, type ElementStructure } from './elementStructure.js';

/** Fewer candidates than these can be tried one by one, which is as good as knowing the value. */
const fewCandidates = 10_000;

/** One field that shows an element or a part of it. */
export interface Piece {
  readonly grant: string;
  /** Such as `Resident.birthDate`. */
  readonly coordinate: string;
  /** Such as `MASKED(YEAR)`. */
  readonly form: string;
}

/** Pieces that together rebuild an element. */
export interface Combination {
  readonly element: string;
  /** The number of values, at most, that fit all pieces. */
  readonly candidates: number;
  readonly pieces: readonly Piece[];
}

interface Shown extends Piece {
  readonly places: readonly number[];
}

/** Whether rows can be reached without their key. Their fields then help to find the key out. */
function isShownWithoutKey({ reach }: ResourceDecision): boolean {
  return reach.has('LIST') || reach.has('LINKED') || reach.has('EXPORT');
}

function subjectElement(resource: Resource): string | null {
  const { subject, fields } = resource;
  const field = fields.get(subject ?? '');
  return field ? elementOf(field, resource) : null;
}

/**
 * The places of an element that one field shows. The field holds the element itself, or a part of it if
 * the subject of the resource has that element: the date on which a shop opened is no part of an ID.
 */
function placesOf(
  { field, form }: FieldDecision,
  resource: Resource,
  element: string,
  { length, parts }: ElementStructure,
): readonly number[] {
  const own = elementOf(field, resource);
  // Where a field is clear in some rows, that was approved, and in the others the rest may rebuild it. Of
  // another element, what it shows in any row is a piece.
  if (own === element) return shownPlaces(atLeast(form), length);
  const part = own === null ? undefined : parts.get(own);
  if (!part || subjectElement(resource) !== element) return [];
  const shown = part.isTold ? wholePart(form, part.length) : shownPlaces(atMost(form), part.length);
  return shown.map((place) => part.at + place);
}

/** The places of a part that is told in words: by whatever shows any of them. */
function wholePart(form: Form, length: number): readonly number[] {
  const tellsNothing =
    form.kind === 'WITHHELD' ||
    (form.kind === 'MASKED' && ['REDACT', 'HASH'].includes(form.mask.rule));
  return tellsNothing ? [] : Array.from({ length }, (_, place) => place);
}

/**
 * The places that a link tells of the part it leads by: whoever sees which row it leads to knows the part,
 * though the field is withheld. A link that leads by the element itself to others' rows tells none of it.
 */
function toldByLinks(
  grant: string,
  decision: ResourceDecision,
  all: Decisions['resources'],
  element: string,
  { parts }: ElementStructure,
): readonly Shown[] {
  const { resource, fields, links } = decision;
  if (subjectElement(resource) !== element) return [];
  return [...links.values()].flatMap((link): readonly Shown[] => {
    const told = leadsFrom(link).flatMap((name) => {
      const from = fields.get(name)?.field;
      return (from && parts.get(elementOf(from, resource) ?? '')) ?? [];
    });
    const isSeen = [...(all.get(link.target)?.fields.values() ?? [])].some(
      ({ form }) => wholePart(form, 1).length > 0,
    );
    if (told.length === 0 || !isSeen) return [];
    const places = told.flatMap(({ at, length }) =>
      Array.from({ length }, (_, place) => at + place),
    );
    return [{ grant, coordinate: `${resource.name}.${link.name}`, form: 'LINK', places }];
  });
}

/** The fields of a resource that show an element or a part of it. */
function shownOf(
  grant: string,
  decision: ResourceDecision,
  all: Decisions['resources'],
  element: string,
  structure: ElementStructure,
): readonly Shown[] {
  const { resource, fields } = decision;
  const shown = [...fields.values()].flatMap((one): readonly Shown[] => {
    const places = placesOf(one, resource, element, structure);
    if (places.length === 0) return [];
    const coordinate = `${resource.name}.${one.field.name}`;
    return [{ grant, coordinate, form: describeForm(one.form), places }];
  });
  return [...shown, ...toldByLinks(grant, decision, all, element, structure)];
}

/** Whether one field shows the whole element. That was approved, so there is nothing to rebuild. */
function isWhole(shown: readonly Shown[], { length }: ElementStructure): boolean {
  return shown.some(({ places }) => places.length === length);
}

function rebuilt(
  element: string,
  structure: ElementStructure,
  shown: readonly Shown[],
): Combination | undefined {
  if (shown.length === 0 || isWhole(shown, structure)) return undefined;
  const candidates = structure.candidates(new Set(shown.flatMap(({ places }) => places)));
  if (candidates >= fewCandidates) return undefined;
  const pieces = shown.map(({ grant, coordinate, form }) => ({ grant, coordinate, form }));
  return { element, candidates: Math.ceil(candidates), pieces };
}

/**
 * Finds the elements that the grants of one agency rebuild together. All that they show of an element is
 * combined, in whichever rows, since an agency may know by other means which rows belong together.
 *
 * @param granted the decisions of each of the agency's active grants
 */
export function combinationsOf(granted: readonly Decisions[]): readonly Combination[] {
  return [...elementStructures].flatMap(([element, structure]) => {
    const shown = granted.flatMap(({ grant, resources }) =>
      [...resources.values()]
        .filter(isShownWithoutKey)
        .flatMap((decision) =>
          shownOf(grant ?? 'the standing permission', decision, resources, element, structure),
        ),
    );
    return rebuilt(element, structure, shown) ?? [];
  });
}

/**
 * Finds the keys that a client can guess under a grant. Such rows are shown without their key, what is
 * shown leaves few candidates, and each candidate may be looked up or verified.
 */
export function guessableKeys({ grant, resources }: Decisions): readonly Combination[] {
  return [...resources.values()].flatMap((decision) => {
    const { resource, reach, fields } = decision;
    const mayTry = reach.has('LOOKUP') || reach.has('VERIFY');
    if (!mayTry || !isShownWithoutKey(decision)) return [];
    return resource.key.flatMap((name) => {
      const key = fields.get(name)?.field;
      const element = key ? elementOf(key, resource) : null;
      const structure = element === null ? undefined : elementStructures.get(element);
      if (element === null || !structure) return [];
      const by = grant ?? 'the standing permission';
      const shown = shownOf(by, decision, resources, element, structure);
      return rebuilt(element, structure, shown) ?? [];
    });
  });
}

/** `citizen-id, to 33 candidates, by Resident.idNo MASKED(ID_NUMBER) of G-1 and …`. */
export function describeCombination({ element, candidates, pieces }: Combination): string {
  const parts = pieces.map(({ grant, coordinate, form }) => `${coordinate} ${form} of ${grant}`);
  const many = candidates === 1 ? '1 candidate' : `${candidates} candidates`;
  return `${element}, to ${many}, by ${parts.join(' and ')}`;
}
