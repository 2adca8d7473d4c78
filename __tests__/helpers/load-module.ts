import ts from 'typescript';

/** Runs the text of a generated module with what its imports are to yield, and hands back what it exports. */
export function loadModule<Exports>(text: string, modules: Readonly<Record<string, unknown>>): Exports {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const module = { exports: {} };
  const load = (name: string) => {
    if (!(name in modules)) throw new Error(`nothing stands for ${name}`);
    return modules[name];
  };
  // oxlint-disable-next-line no-implied-eval -- the generated module, run against stand-ins
  new Function('require', 'exports', 'module', outputText)(load, module.exports, module);
  return module.exports as Exports;
}
