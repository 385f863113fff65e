import {
  buildASTSchema,
  getDirectiveValues,
  GraphQLError,
  Kind,
  parse,
  Source,
  type ConstDirectiveNode,
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  type GraphQLSchema,
} from 'graphql';

import { Memo } from '../../../shared/memo.js';
import type { Faults } from '../../fault/fault.js';
import type {
  Category,
  Level,
  MaskRule,
  OpenAttribute,
  ShareAttribute,
  UpdateCycle,
} from '../../model/vocabulary.generated.js';

interface LinkThrough {
  readonly type: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** The arguments of each directive of `schema/directives.graphql`, as graphql-js coerces them. */
export interface DirectiveArguments {
  readonly catalog: { readonly agency: string; readonly source: string; readonly offset: string };
  readonly resource: {
    readonly code: string;
    readonly title: string;
    readonly table: string;
    readonly updateCycle: UpdateCycle;
    readonly plural?: string | null;
    readonly pageBy?: readonly string[] | null;
    readonly unique: readonly (readonly string[])[];
    readonly subject?: string | null;
    readonly minorsBy?: string | null;
  };
  readonly share: {
    readonly attribute: ShareAttribute;
    readonly condition?: string | null;
    readonly basis?: string | null;
  };
  readonly open: { readonly attribute: OpenAttribute };
  readonly classify: {
    readonly level?: Level | null;
    readonly category?: Category | null;
    readonly exempt?: string | null;
  };
  readonly desensitize: {
    readonly rule: MaskRule;
    readonly step?: number | null;
    readonly first?: number | null;
    readonly last?: number | null;
  };
  readonly necessary: { readonly scenarios: readonly string[] };
  readonly element: { readonly is: string };
  readonly cube: {
    readonly name: string;
    readonly title: string;
    readonly dimensions: readonly string[];
    readonly measures: readonly string[];
    /** As they stand in the document: numbers and texts, if they are right. */
    readonly atMost: readonly unknown[];
    readonly threshold: number;
    readonly rounding: number;
  };
  readonly key: { readonly fields?: readonly string[] | null };
  readonly column: {
    readonly name?: string | null;
    readonly format?: string | null;
    readonly true?: string | null;
    readonly false?: string | null;
  };
  readonly code: { readonly value: string; readonly title?: string | null };
  readonly link: {
    readonly from: readonly string[];
    readonly to: readonly string[];
    readonly through?: LinkThrough | null;
  };
}

/** Whether it is an enum whose values columns hold as codes, and not one of the vocabulary's own words. */
function isCodeList(node: DefinitionNode): node is EnumTypeDefinitionNode {
  if (node.kind !== Kind.ENUM_TYPE_DEFINITION) return false;
  return (node.values ?? []).some(({ directives = [] }) => directives.length > 0);
}

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** The directives of a catalog. Reads their arguments from a node. */
export class Vocabulary {
  static readonly #known = new Memo<string, Vocabulary>(2);
  readonly schema: GraphQLSchema;
  /** The code lists of standards. */
  readonly standards: readonly EnumTypeDefinitionNode[];

  private constructor(text: string) {
    const document = parse(new Source(text, 'vocabulary.graphql'));
    this.schema = buildASTSchema(document);
    this.standards = document.definitions.filter(isCodeList);
  }

  /** @param text the texts of `schema/directives.graphql` and `schema/standards.graphql` */
  static of(text: string): Vocabulary {
    return Vocabulary.#known.get(text, () => new Vocabulary(text));
  }

  /** Finds a directive's node; undefined if the directive is absent. */
  node(on: Directed, name: keyof DirectiveArguments): ConstDirectiveNode | undefined {
    return on.directives?.find((directive) => directive.name.value === name);
  }

  /** Reads every use of a repeatable directive, except those that are at fault. */
  readEach<Name extends keyof DirectiveArguments>(
    on: Directed,
    name: Name,
    faults: Faults,
  ): readonly { readonly node: ConstDirectiveNode; readonly stated: DirectiveArguments[Name] }[] {
    const nodes = on.directives?.filter((directive) => directive.name.value === name) ?? [];
    return nodes.flatMap((node) => {
      const stated = this.read({ directives: [node] }, name, faults);
      return stated ? { node, stated } : [];
    });
  }

  /** Reads a directive's arguments; undefined if the directive is absent or at fault. */
  read<Name extends keyof DirectiveArguments>(
    on: Directed,
    name: Name,
    faults: Faults,
  ): DirectiveArguments[Name] | undefined {
    const definition = this.schema.getDirective(name);
    if (!definition) throw new TypeError(`the vocabulary does not define @${name}`);
    try {
      // The cast is safe: graphql-js coerced these by the definition that DirectiveArguments restates.
      return getDirectiveValues(definition, { directives: on.directives ?? [] }) as
        DirectiveArguments[Name] | undefined;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      // parseCatalogs has checked the grammar and reported its faults more exactly.
      const node = this.node(on, name);
      if (!node || !faults.within(node)) faults.from(error);
      return undefined;
    }
  }
}
