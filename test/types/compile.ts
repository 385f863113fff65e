import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import ts from 'typescript';

/** What the compiler says of a text: of each diagnostic its code and first sentence, in which `{…}`
 * stands for an object type. */
export type Said = readonly string[];

const configFile = ts.findConfigFile('.', ts.sys.fileExists.bind(ts.sys), 'tsconfig.json') ?? '';

/** The project's compiler options, the strictest ones. */
function options(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(configFile, (file) => readFileSync(file, 'utf8')) as {
    config: unknown;
  };
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile)).options;
}

/**
 * Compiles texts as if they were files of a folder, all at once, since most of the time goes into
 * the types of libraries.
 *
 * @param texts by name
 */
export function compile(
  folder: string,
  texts: Readonly<Record<string, string>>,
): ReadonlyMap<string, Said> {
  const files = new Map(
    Object.entries(texts).map(([name, text], index) => {
      return [join(folder, `snippet${index}.ts`), { name, text }] as const;
    }),
  );
  const host = ts.createCompilerHost(options());
  host.readFile = (file) => files.get(file)?.text ?? ts.sys.readFile(file);
  host.fileExists = (file) => files.has(file) || ts.sys.fileExists(file);
  host.getSourceFile = (file, version) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...files.keys()], options(), host);
  return new Map(
    [...files].map(([file, { name }]) => {
      const said = ts.getPreEmitDiagnostics(program, program.getSourceFile(file));
      return [name, said.map(inWords)];
    }),
  );
}

function inWords({ code, messageText }: ts.Diagnostic): string {
  const sentence = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0] ?? '';
  return `TS${code}: ${sentence.replace(/'\{[^']*\}'/g, "'{…}'")}`;
}
