import {
  Kind,
  parse,
  Source,
  UniqueEnumValueNamesRule,
  UniqueTypeNamesRule,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { specifiedSDLRules } from 'graphql/validation/specifiedRules.js';
import { validateSDL } from 'graphql/validation/validate.js';

import type { Faults } from '../../fault/fault.js';

import { parseText } from './parseText.js';

/** One file of a catalog. */
export interface CatalogText {
  readonly file: string;
  readonly text: string;
}

export interface ParsedCatalogs {
  readonly documents: readonly DocumentNode[];
  /** The names of types in texts that are not GraphQL. */
  readonly unread: ReadonlySet<string>;
}

interface Parsed {
  /** Undefined if the text is not GraphQL. */
  readonly document: DocumentNode | undefined;
  /** The names of the types that it defines, as far as they can be recognized. */
  readonly names: ReadonlySet<string>;
}

function parseCatalog({ file, text }: CatalogText, faults: Faults): Parsed {
  const document = parseText(new Source(text, file), faults);
  if (document) {
    faults.over(document);
    const names = document.definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.ENUM_TYPE_DEFINITION
        ? definition.name.value
        : [],
    );
    return { document, names: new Set(names) };
  }
  const names = [...text.matchAll(/^(?:type|enum)\s+(\w+)/gm)].map(([, name]) => name ?? '');
  return { document: undefined, names: new Set(names) };
}

/** Makes an empty type for each type of other files, so that links to them are valid. */
function standIns(names: readonly string[]): readonly DefinitionNode[] {
  if (names.length === 0) return [];
  return parse(names.map((name) => `type ${name} { _: Boolean }`).join(' ')).definitions;
}

/**
 * The rules of the GraphQL specification. compileCatalog checks type names, to name both agencies, and
 * readCodeLists those of values, since a code list may be named as an enum of the vocabulary is.
 */
const rules = specifiedSDLRules.filter(
  (rule) => rule !== UniqueTypeNamesRule && rule !== UniqueEnumValueNamesRule,
);

const isExtension = ({ kind }: DefinitionNode) => kind === Kind.SCHEMA_EXTENSION;

/**
 * Parses the files of all catalogs and checks names, directives and arguments. Each file is checked by
 * itself, so that a fault in one does not hide a fault in another.
 */
export function parseCatalogs(
  texts: readonly CatalogText[],
  vocabulary: GraphQLSchema,
  faults: Faults,
): ParsedCatalogs {
  const parsed = texts.map((text) => parseCatalog(text, faults));
  const allNames = new Set(parsed.flatMap(({ names }) => [...names]));
  for (const { document, names } of parsed) {
    if (!document) continue;
    const others = [...allNames].filter((name) => !names.has(name));
    const extensions = document.definitions.filter(isExtension);
    const types = document.definitions.filter((definition) => !isExtension(definition));
    const withOthers: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [...types, ...standIns(others)],
    };
    for (const part of [{ kind: Kind.DOCUMENT, definitions: extensions } as const, withOthers]) {
      for (const error of validateSDL(part, vocabulary, rules)) faults.from(error);
    }
  }
  return {
    documents: parsed.flatMap(({ document }) => document ?? []),
    unread: new Set(parsed.flatMap(({ document, names }) => (document ? [] : [...names]))),
  };
}
