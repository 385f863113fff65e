import type { Resource } from '../../catalog/model/catalog.js';
import type { Decisions, FieldDecision, ResourceDecision } from '../model/decisions.js';
import { describeForm } from '../model/form.js';

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
  return reach.has('LIST') || reach.has('LINKED');
}

function subjectElement({ subject, fields }: Resource): string | null {
  return (subject && fields.get(subject)?.element) ?? null;
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
  if (field.element === element) return shownPlaces(form, length);
  const part = field.element === null ? undefined : parts.get(field.element);
  if (!part || subjectElement(resource) !== element) return [];
  return shownPlaces(form, part.length).map((place) => part.at + place);
}

/** The fields of a resource that show an element or a part of it. */
function shownOf(
  grant: string,
  { resource, fields }: ResourceDecision,
  element: string,
  structure: ElementStructure,
): readonly Shown[] {
  return [...fields.values()].flatMap((decision): readonly Shown[] => {
    const places = placesOf(decision, resource, element, structure);
    if (places.length === 0) return [];
    const coordinate = `${resource.name}.${decision.field.name}`;
    return [{ grant, coordinate, form: describeForm(decision.form), places }];
  });
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
          shownOf(grant ?? 'the standing permission', decision, element, structure),
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
    const element = fields.get(resource.key)?.field.element ?? null;
    const structure = element === null ? undefined : elementStructures.get(element);
    const mayTry = reach.has('LOOKUP') || reach.has('VERIFY');
    if (element === null || !structure || !mayTry || !isShownWithoutKey(decision)) return [];
    const shown = shownOf(grant ?? 'the standing permission', decision, element, structure);
    return rebuilt(element, structure, shown) ?? [];
  });
}

/** `citizen-id, to 33 candidates, by Resident.idNo MASKED(ID_NUMBER) of G-1 and …`. */
export function describeCombination({ element, candidates, pieces }: Combination): string {
  const parts = pieces.map(({ grant, coordinate, form }) => `${coordinate} ${form} of ${grant}`);
  const many = candidates === 1 ? '1 candidate' : `${candidates} candidates`;
  return `${element}, to ${many}, by ${parts.join(' and ')}`;
}
