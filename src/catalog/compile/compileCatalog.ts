import { Kind, type DocumentNode, type SchemaExtensionNode } from 'graphql';

import type { AgencyCode, CatalogVersion, SourceName } from '../../shared/brand.js';
import { deepFreeze } from '../../shared/deepFreeze.js';
import { sha256 } from '../../shared/sha256.js';
import { fullCapabilities, type Capabilities } from '../../source/capabilities.js';
import type { SourceShape } from '../../source/sourceShape.js';
import { checkResources } from '../check/checkResources.js';
import { CatalogError } from '../fault/catalogError.js';
import { Faults, type Fault } from '../fault/fault.js';
import type { Catalog, Resource } from '../model/catalog.js';
import { readCodeLists } from '../read/column/readCodeLists.js';
import { readOffset } from '../read/readOffset.js';
import { parseCatalogs, type CatalogText, type ParsedCatalogs } from '../read/sdl/parseCatalogs.js';
import { Vocabulary } from '../read/sdl/vocabulary.js';

import { compileResource, type Provider } from './compileResource.js';
import type { CompiledType, CompiledTypes } from './compiledType.js';

export interface CatalogInput {
  /** The texts of `schema/directives.graphql` and `schema/standards.graphql`. */
  readonly vocabulary: string;
  readonly texts: readonly CatalogText[];
  /** The shapes of the configured sources, by name. */
  readonly shapes: ReadonlyMap<SourceName, SourceShape>;
  /** What each source can do. A source that is not named can do everything. */
  readonly capabilities?: ReadonlyMap<SourceName, Capabilities>;
}

/** A catalog without a fault, and what is to be said of it all the same. */
export interface CheckedCatalog extends Catalog {
  readonly warnings: readonly Fault[];
}

const unknownProvider: Omit<Provider, 'codeLists'> = {
  agency: '' as AgencyCode,
  source: '' as SourceName,
  shape: undefined,
  capabilities: fullCapabilities,
  offset: 0,
};

function readProvider(
  document: DocumentNode,
  { shapes, capabilities }: CatalogInput,
  vocabulary: Vocabulary,
  faults: Faults,
): Omit<Provider, 'codeLists'> {
  const extension = document.definitions.find(
    (definition): definition is SchemaExtensionNode => definition.kind === Kind.SCHEMA_EXTENSION,
  );
  const stated = extension && vocabulary.read(extension, 'catalog', faults);
  if (!extension || !stated) {
    // If `@catalog` is present but at fault, reading it has reported the fault.
    if (!extension || !vocabulary.node(extension, 'catalog')) {
      faults.at(
        extension ?? document.definitions[0] ?? document,
        'A catalog begins with `extend schema @catalog(agency: "…", source: "…")`.',
      );
    }
    return unknownProvider;
  }
  const source = stated.source as SourceName;
  const shape = shapes.get(source);
  if (!shape) {
    faults.at(
      extension,
      `Source "${source}" is not configured; configured are ${[...shapes.keys()].join(', ') || 'none'}.`,
    );
  }
  const offset = readOffset(stated.offset);
  if (offset === undefined) {
    faults.at(
      vocabulary.node(extension, 'catalog') ?? extension,
      `\`offset\` is how far the source's clock is ahead of that of UTC, as "+08:00"; "${stated.offset}" is none.`,
    );
  }
  return {
    offset: offset ?? 0,
    agency: stated.agency as AgencyCode,
    source,
    shape,
    capabilities: capabilities?.get(source) ?? fullCapabilities,
  };
}

/** Compiles the types of every document, each as far as its own faults allow. */
function compileTypes(
  { documents, unread }: ParsedCatalogs,
  input: CatalogInput,
  vocabulary: Vocabulary,
  faults: Faults,
): CompiledTypes {
  const codeLists = readCodeLists(documents, vocabulary, faults);
  const types = new Map<string, CompiledType>();
  const agencies = new Map<string, string>();
  const clocks = new Map<SourceName, number>();
  for (const document of documents) {
    const provider = readProvider(document, input, vocabulary, faults);
    const { source, offset } = provider;
    if ((clocks.get(source) ?? offset) !== offset) {
      faults.at(
        document.definitions[0] ?? document,
        `All catalogs of one source state one \`offset\`, since its tables are linked to each other; another catalog of "${source}" states another.`,
      );
    }
    clocks.set(source, offset);
    for (const node of document.definitions) {
      if (node.kind === Kind.SCHEMA_EXTENSION || node.kind === Kind.ENUM_TYPE_DEFINITION) continue;
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) {
        faults.at(
          node,
          'A catalog holds object types, each an information resource, and enums, each a code list.',
        );
        continue;
      }
      const name = node.name.value;
      const claimedBy = agencies.get(name);
      const compiled = compileResource(node, { ...provider, codeLists }, vocabulary, faults);
      if (claimedBy === undefined) {
        agencies.set(name, provider.agency);
        types.set(name, compiled);
      } else {
        faults.at(
          node.name,
          `Type name ${name} is claimed by ${claimedBy} already; choose another.`,
        );
      }
    }
  }
  return { types, unread };
}

/** Names the texts of catalogs. Equal texts are of one version, whatever their sources hold. */
export function catalogVersion({
  vocabulary,
  texts,
}: Pick<CatalogInput, 'vocabulary' | 'texts'>): CatalogVersion {
  const sorted = texts.map(({ text }) => text).sort();
  return sha256(JSON.stringify([vocabulary, ...sorted])) as CatalogVersion;
}

/**
 * Compiles the catalogs of all agencies into one.
 *
 * @throws {CatalogError} with all faults, each with its file, line and column
 */
export function compileCatalog(input: CatalogInput): CheckedCatalog {
  const faults = new Faults();
  const vocabulary = Vocabulary.of(input.vocabulary);
  const parsed = parseCatalogs(input.texts, vocabulary.schema, faults);
  const declared = compileTypes(parsed, input, vocabulary, faults);
  checkResources(declared, faults);
  const { found, warnings } = faults;
  if (found.length > 0) throw new CatalogError(found, warnings);

  const version = catalogVersion(input);
  const resources = new Map<string, Resource>();
  for (const [name, { resource }] of declared.types) {
    if (resource) resources.set(name, deepFreeze(resource));
  }
  return deepFreeze({ version, resources, warnings });
}
