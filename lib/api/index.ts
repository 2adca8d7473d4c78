/**
 * What `import … from 'authjs-clerk-codemod'` gives: docs/api.md. Nothing in here prints, asks or ends the process; bad input
 * throws BadInput, whose message is one line for a person.
 */
export { check, type CheckedApp, type CheckInput } from './check.js';
export { migrate, type Change, type FilesMigration, type Migration, type MigrateInput } from './migrate.js';
export type { InMemory } from './in-memory.js';
export { TRANSFORMS as transforms } from '../../transforms/index.js';
export { BadInput } from '../project/types.js';
export { renderReport as render } from './render.js';
export { FORMATS as formats, type Format } from '../report/index.js';
export { defineConfig, type Config } from '../config/config.js';
export type { FieldMapping, FieldMappings } from '../clerk/field-mappings.js';
export type { WrapperSetting } from '../scan/wrappers.js';
export { RULES as rules, type Rule } from '../source/rules.js';
export type { Transform } from '../source/transform.js';
export type {
  FileStatus,
  FollowUp,
  Outcome,
  Report,
  ReportedCall,
  ReportedFile,
  ReportedProject,
  ReportedRoute,
  ReportedSite,
  Summary,
} from '../ledger.js';
