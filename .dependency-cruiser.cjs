/**
 * The one direction of imports: bin → lib/api → lib/config, lib/terminal, lib/users → lib/runner → transforms → lib/flow → lib/source → lib/scan → lib/authjs, lib/clerk → lib/ast.
 * Each folder may import what stands after it and itself; lib/ledger.ts, the vocabulary of the report, may be imported from anywhere.
 */
const LAYERS = [
  ['^bin/'],
  ['^lib/api/'],
  ['^lib/(config|terminal|users)/'],
  ['^lib/(runner|verify)/'],
  ['^lib/(steps|report|format)/'],
  ['^transforms/'],
  ['^lib/flow/'],
  ['^lib/source/'],
  ['^lib/project/'],
  ['^lib/scan/'],
  ['^lib/(authjs|clerk)/'],
  ['^lib/ast/'],
];
const PURE = '^(transforms/|lib/(flow|source|scan|authjs|clerk|ast)/)';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...LAYERS.slice(1).map((layer, index) => ({
      name: `${layer.join('|')} imports nothing above it`,
      severity: 'error',
      from: { path: layer },
      to: { path: LAYERS.slice(0, index + 1).flat() },
    })),
    {
      name: 'transforms and what is below them neither print nor touch the disk',
      severity: 'error',
      from: { path: PURE },
      to: { path: '^(node:)?(fs|fs/promises|child_process|process|tty|readline)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
