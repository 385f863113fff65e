import type { Resource } from '../../catalog/model/catalog.js';
import type { Decisions, FieldDecision, ResourceDecision } from '../model/decisions.js';
import { describeForm } from '../model/form.js';

import { elementStructures, shownPlaces, type ElementStructure } from './elementStructure.js';

/**
 * Fewer values than these can be tried out one by one, so that who is shown as much has as good as the
 * value itself.
 */
const fewCandidates = 10_000;

/** What is shown of an element, or of a part of it, in one place. */
export interface Piece {
  readonly grant: string;
  /** As `Resident.birthDate`. */
  readonly coordinate: string;
  /** As `MASKED(YEAR)`. */
  readonly form: string;
}

/** Pieces that, put together, rebuild an element. */
export interface Combination {
  readonly element: string;
  /** How many values the pieces leave, at the most. */
  readonly candidates: number;
  readonly pieces: readonly Piece[];
}

interface Shown extends Piece {
  readonly places: readonly number[];
}

/** Rows that can be come by without their key, which their fields therefore help to find out. */
function isShownWithoutKey({ reach }: ResourceDecision): boolean {
  return reach.has('LIST') || reach.has('LINKED');
}

function subjectElement({ subject, fields }: Resource): string | null {
  return (subject && fields.get(subject)?.element) ?? null;
}

/**
 * The places of an element that one field shows: of the element itself, or of a part of it in a
 * resource about the one whose it is. The date on which a shop was opened is no part of a number.
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

/** What a resource shows of an element. */
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

/** The element is shown whole, as was approved: there is nothing left to rebuild. */
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
 * Names what the grants of one agency rebuild together: all that they show of an element is put side
 * by side, whichever rows it is in, since an agency may know by other ways which rows belong together.
 *
 * @param granted what was decided for each of the agency's active grants
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
 * Names the keys that a grant lets its client find out: their rows are shown without them, what is
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
