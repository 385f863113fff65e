import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';

import { documentSize } from '../../exchange/documentSize.js';
import { SegmentedCache } from '../../shared/segmentedCache.js';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * Creates a bounded store of parsed documents, which all contracts share: by default, Apollo would keep 30
 * MiB for each. Apollo puts the hash of the schema before each key. Nothing hangs on a document being in
 * the store, since validation is a stage of ours.
 *
 * @param maxSize bytes of memory, about
 */
export function createDocumentStore(maxSize: number): DocumentStore {
  const documents = new SegmentedCache<string, DocumentNode>(maxSize);
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set: (key, document) => {
      documents.set(key, document, documentSize(document));
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(documents.delete(key)),
  };
}
