import { didYouMean } from 'graphql/jsutils/didYouMean.js';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';

/** What somebody may have meant who wrote a name that is none of these: a sentence, or nothing. */
export function meant(name: string, names: Iterable<string>): string {
  const quoted = suggestionList(name, [...names]).slice(0, 3);
  return didYouMean(quoted);
}

/** So many names are told; of more, how many there are. */
const mostNames = 24;

/** The names that there are, as part of a sentence. */
export function listed(names: readonly string[]): string {
  const rest = names.length - mostNames;
  if (names.length === 0) return 'none';
  return rest > 1 ? `${names.slice(0, mostNames).join(', ')} and ${rest} more` : names.join(', ');
}
