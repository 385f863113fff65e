import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** How many characters of documents one store keeps. Parsed, a character may take 50 bytes of memory. */
export const maxDocumentText = 1_000_000;

/** The length of the text that a document was parsed from; at least 1. */
export function textLength(document: DocumentNode): number {
  return document.loc?.source.body.length || 1;
}

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * Creates a bounded store of parsed documents, which all contracts share: by default, Apollo would keep 30
 * MiB for each. Apollo puts the hash of the schema before each key. Nothing hangs on a document being in
 * the store, since validation is a stage of ours.
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
