import type { Json, ScalarType } from '../scalarType.js';

/** The most bytes of UTF-8 that a value of JSON may have, and how deep it may nest. */
const most = { bytes: 65_536, depth: 64 };

const token = /"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*|[[\]{}]/g;

/**
 * Whether a number comes through as it stands: a client reads it as a double, which keeps whole numbers to
 * 2^53 and 15 digits of any other. A citizen's number beyond that would name somebody else.
 */
function isKept(number: string): boolean {
  if (Number.isSafeInteger(Number(number)) && /^-?[0-9]+$/.test(number)) return true;
  const [mantissa = ''] = number.split(/[eE]/);
  const digits = mantissa.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  return digits.length <= 15 && Number.isFinite(Number(number));
}

/** @param text one that is JSON, so that each of its strings ends */
function isWithinBounds(text: string): boolean {
  let depth = 0;
  for (const [found] of text.matchAll(token)) {
    if (found === '[' || found === '{') depth += 1;
    else if (found === ']' || found === '}') depth -= 1;
    else if (!found.startsWith('"') && !isKept(found)) return false;
    if (depth > most.depth) return false;
  }
  return true;
}

/** Reads a text (RFC 8259); undefined where it is none, or beyond the bounds. */
function parse(text: string): Json | undefined {
  if (Buffer.byteLength(text) > most.bytes || !text.isWellFormed()) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return isWithinBounds(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A whole document, of which the channel knows nothing: it is shown or hidden as a whole, and nothing is
 * asked by it.
 */
export const json: ScalarType = {
  storages: ['JSON', 'TEXT'],
  accept: () => undefined,
  read: (value) => {
    if (typeof value === 'string') return parse(value);
    // SQLite makes a number of a text that is one.
    return typeof value === 'number' ? parse(String(value)) : undefined;
  },
  isCompared: false,
  isOrdered: false,
  isGrouped: false,
  hasEnds: false,
  sums: null,
  own: {
    description:
      'Any value of JSON, of up to 65,536 bytes and 64 levels. Its numbers are those that a double keeps: whole ones to 2^53, and others of 15 digits.',
    specifiedBy: 'https://www.rfc-editor.org/rfc/rfc8259',
    literals: [],
  },
};
