import type { Command } from 'commander';
import type { Config } from '../lib/config/config.js';

/** Settings whose options are named in the singular, since each takes one and may be repeated. */
const OPTION_OF: Partial<Record<keyof Config, string>> = { transforms: 'transform', reports: 'report' };

/**
 * The options of a command with those settings of the config that the command line does not say. What is ignored adds up.
 * @param names the settings that mean something to the command
 */
export async function withConfig<Flags extends { config?: string; ignore: readonly string[] }>(
  command: Command,
  flags: Flags,
  path: string,
  names: readonly (keyof Config)[],
): Promise<Flags> {
  const { loadConfig } = await import('../lib/config/load.js');
  const config = await loadConfig(process.cwd(), path, flags.config);
  if (!config) return flags;
  const settings = names.flatMap((name) => {
    const option = OPTION_OF[name] ?? name;
    const isGiven = command.getOptionValueSource(option) === 'cli';
    return config[name] === undefined || isGiven ? [] : [[option, config[name]]];
  });
  const ignore = [...flags.ignore, ...(config.ignore ?? [])];
  return { ...flags, ...(Object.fromEntries(settings) as Partial<Flags>), ignore };
}
