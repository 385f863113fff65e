/**
 * The address of a compiled file beside a module. Threads run compiled code only, whether the module
 * that starts them runs compiled or, under Jest, as TypeScript.
 *
 * @param module the module's own `import.meta.url`
 * @param file as `worker.js`
 */
export function compiledUrl(module: string, file: string): URL {
  if (!module.endsWith('.ts')) return new URL(file, module);
  const at = module.lastIndexOf('/src/');
  return new URL(file, `${module.slice(0, at)}/dist${module.slice(at)}`);
}
