import { describe, expect, it } from 'vitest';
import { formatNamed, readMappings } from '../../../lib/users/export/options.js';

describe('--map', () => {
  it('reads fields and places in metadata', () => {
    expect(
      readMappings(['role=publicMetadata.role', ' plan = privateMetadata.billing.plan ', 'nick=username']),
    ).toEqual([
      { column: 'role', metadata: 'publicMetadata', path: ['role'] },
      { column: 'plan', metadata: 'privateMetadata', path: ['billing', 'plan'] },
      { column: 'nick', field: 'username' },
    ]);
  });

  it.each([
    ['role', /is no column=field/],
    ['=publicMetadata.role', /is no column=field/],
    ['role=', /is no column=field/],
    ['role=publicMetadata', /“publicMetadata” is no field of a record/],
    ['role=publicMetadata.', /is no field of a record/],
    ['role=publicMetadata.__proto__.admin', /is no field of a record/],
    ['role=meta.role', /“meta.role” is no field of a record/],
    ['mail=email', /“email” is no field of a record/],
  ])('refuses %s', (text, message) => {
    expect(() => readMappings([text])).toThrow(message);
  });

  it('refuses two columns for one place, and one inside another', () => {
    expect(() => readMappings(['a=publicMetadata.x', 'b=publicMetadata.x'])).toThrow(/publicMetadata\.x already gets/);
    expect(() => readMappings(['a=publicMetadata.x', 'b=publicMetadata.x.y'])).toThrow(/already gets a column/);
    expect(() => readMappings(['a=publicMetadata.x', 'b=publicMetadata.xy'])).not.toThrow();
  });
});

it('names the nearest format', () => {
  expect(formatNamed('clerk-migrate')).toBe('clerk-migrate');
  expect(() => formatNamed('ndjsn')).toThrow('there is no format “ndjsn”, did you mean ndjson?');
});
