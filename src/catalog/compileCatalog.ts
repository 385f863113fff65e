import {
  GraphQLError,
  Kind,
  concatAST,
  parse,
  Source,
  type DefinitionNode,
  type DocumentNode,
  type SchemaExtensionNode,
} from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';

import type { AgencyCode, CatalogVersion, SourceName } from '../shared/brand.js';
import { deepFreeze } from '../shared/deepFreeze.js';
import { sha256 } from '../shared/sha256.js';

import type { Catalog } from './catalog.js';
import { checkResources, type Compiled } from './checkResources.js';
import { compileResource, type Provider } from './compileResource.js';
import { CatalogError, Faults } from './fault.js';
import type { SourceShape } from './sourceShape.js';
import { Vocabulary } from './vocabulary.js';

/** One file of a catalog. */
export interface CatalogText {
  readonly file: string;
  readonly text: string;
}

export interface CatalogInput {
  /** The text of `schema/directives.graphql`. */
  readonly vocabulary: string;
  readonly texts: readonly CatalogText[];
  /** The shapes of the configured sources, by name. */
  readonly shapes: ReadonlyMap<SourceName, SourceShape>;
}

function parseText({ file, text }: CatalogText, faults: Faults): DocumentNode | undefined {
  try {
    return parse(new Source(text, file));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    faults.from(error);
    return undefined;
  }
}

function readProvider(
  document: DocumentNode,
  { shapes }: CatalogInput,
  vocabulary: Vocabulary,
  faults: Faults,
): Provider | undefined {
  const extension = document.definitions.find(
    (definition): definition is SchemaExtensionNode => definition.kind === Kind.SCHEMA_EXTENSION,
  );
  const stated = extension && vocabulary.read(extension, 'catalog', faults);
  if (!extension || !stated) {
    // One that stands and is at fault was told of as it was read.
    if (!extension || !vocabulary.node(extension, 'catalog')) {
      faults.at(
        extension ?? document.definitions[0] ?? document,
        'A catalog begins with `extend schema @catalog(agency: "…", source: "…")`.',
      );
    }
    return undefined;
  }
  const source = stated.source as SourceName;
  const shape = shapes.get(source);
  if (!shape) {
    faults.at(
      extension,
      `Source "${source}" is not configured; configured are ${[...shapes.keys()].join(', ') || 'none'}.`,
    );
    return undefined;
  }
  return { agency: stated.agency as AgencyCode, source, shape };
}

function compileDocuments(
  documents: readonly DocumentNode[],
  input: CatalogInput,
  vocabulary: Vocabulary,
  faults: Faults,
): ReadonlyMap<string, Compiled> {
  const all = new Map<string, Compiled>();
  for (const document of documents) {
    const provider = readProvider(document, input, vocabulary, faults);
    for (const node of document.definitions) {
      if (node.kind === Kind.SCHEMA_EXTENSION) continue;
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) {
        faults.at(node, 'A catalog holds object types only, each an information resource.');
      } else if (provider) {
        const resource = compileResource(node, provider, vocabulary, faults);
        if (resource) all.set(resource.name, { resource, node });
      }
    }
  }
  return all;
}

/**
 * Checks names, directives and arguments: types over all files at once, since they lead to one
 * another; each file's `extend schema` by itself, since each states its own @catalog.
 */
function checkGrammar(
  documents: readonly DocumentNode[],
  vocabulary: Vocabulary,
  faults: Faults,
): void {
  const { definitions } = concatAST(documents);
  const isExtension = ({ kind }: DefinitionNode) => kind === Kind.SCHEMA_EXTENSION;
  const types = definitions.filter((definition) => !isExtension(definition));
  const extensions = documents.map((document) => document.definitions.filter(isExtension));
  for (const part of [...extensions, types]) {
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: part };
    for (const error of validateSDL(document, vocabulary.schema)) faults.from(error);
  }
}

function throwIfAny({ found }: Faults): void {
  if (found.length > 0) throw new CatalogError(found);
}

/**
 * Compiles the catalogs of all agencies into one.
 *
 * @throws {CatalogError} with every fault that was found, each with its file, line and column
 */
export function compileCatalog(input: CatalogInput): Catalog {
  const faults = new Faults();
  const vocabulary = new Vocabulary(input.vocabulary);
  const documents = input.texts.flatMap((text) => parseText(text, faults) ?? []);
  checkGrammar(documents, vocabulary, faults);

  // Beyond faults of grammar, the same nodes would be found at fault again, in words less exact;
  // beyond those of types, links to a type that could not be compiled would seem wrong as well.
  throwIfAny(faults);
  const all = compileDocuments(documents, input, vocabulary, faults);
  throwIfAny(faults);
  checkResources(all, faults);
  throwIfAny(faults);

  const version = sha256(
    JSON.stringify([input.vocabulary, ...input.texts.map(({ text }) => text).sort()]),
  ) as CatalogVersion;
  const resources = new Map([...all].map(([name, { resource }]) => [name, deepFreeze(resource)]));
  return deepFreeze({ version, resources });
}
