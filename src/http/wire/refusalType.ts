import { readAccept } from './readAccept.js';

const json = 'application/json';
const graphqlResponse = 'application/graphql-response+json';

function preferredType(accept: string): string {
  const ranges = readAccept(accept);
  const rangeOf = (name: string) => ranges.find(({ type }) => type === name);
  const named = rangeOf(graphqlResponse);
  if (!named || named.quality === 0) return json;
  const other = rangeOf(json) ?? rangeOf('application/*') ?? rangeOf('*/*');
  if (!other || named.quality > other.quality) return graphqlResponse;
  if (named.quality < other.quality) return json;
  // Wanted alike, what is named comes before what is let, and what is named first before what is second.
  const isFirst = other.type === json && ranges.indexOf(other) < ranges.indexOf(named);
  return isFirst ? json : graphqlResponse;
}

/**
 * The content type of a refusal: what its requester prefers, as of every other answer. As
 * `application/json`, an answer whose status is no success may be anybody's on the way (GraphQL over HTTP,
 * "application/json"), so that Apollo Client shows neither its message nor its code.
 */
export function refusalType(accept = ''): string {
  return `${preferredType(accept)}; charset=utf-8`;
}
