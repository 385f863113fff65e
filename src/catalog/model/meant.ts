import { didYouMean } from 'graphql/jsutils/didYouMean.js';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';

/** What somebody may have meant who wrote a name that is none of these: a sentence, or nothing. */
export function meant(name: string, names: Iterable<string>): string {
  const quoted = suggestionList(name, [...names]).slice(0, 3);
  return didYouMean(quoted);
}
