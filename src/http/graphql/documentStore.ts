import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Characters of documents that one store keeps; a character parsed may take 50 bytes of memory. */
export const maxDocumentText = 1_000_000;

/** How long the text was that a document was parsed from; at least 1. */
export function textLength(document: DocumentNode): number {
  return document.loc?.source.body.length || 1;
}

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * Parsed documents, one bounded store for all contracts: Apollo's own default is 30 MiB for each.
 * Apollo puts the schema's hash before each key. Nothing hangs on a document being in it, since
 * validation is a stage of ours.
 */
export function createDocumentStore(max: number): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    max,
    maxSize: maxDocumentText,
    sizeCalculation: textLength,
  });
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set: (key, document) => {
      documents.set(key, document);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(documents.delete(key)),
  };
}
