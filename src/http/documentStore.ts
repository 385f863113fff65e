import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * Parsed documents, one bounded store for all contracts: Apollo's own default is 30 MiB for each.
 * Apollo puts the schema's hash before each key. Nothing hangs on a document being in it, since
 * validation is a stage of ours.
 */
export function createDocumentStore(max: number): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({ max });
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set: (key, document) => {
      documents.set(key, document);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(documents.delete(key)),
  };
}
