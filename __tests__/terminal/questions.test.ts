import { expect, it } from 'vitest';
import type { Survey } from '../../lib/runner/talk.js';
import { MOST_QUESTIONS, QUESTIONS, questionsFor } from '../../lib/terminal/questions.js';

const survey = (part: Partial<Survey>): Survey => ({
  projects: [],
  filesScanned: 1,
  filesWithSites: 1,
  sites: [],
  database: undefined,
  readsOnServer: false,
  hasOwnFields: false,
  signsIn: false,
  hasSignInPage: false,
  given: {},
  ...part,
});
const asked = (part: Partial<Survey>) => questionsFor(survey(part)).map(({ name }) => name);

it('asks only what applies, and nothing that was said', () => {
  expect(asked({})).toEqual([]);
  expect(asked({ database: 'pg' })).toEqual(['userIds']);
  expect(asked({ database: 'pg', given: { userIds: 'auto' } })).toEqual([]);
  expect(asked({ database: 'pg', readsOnServer: true })).toEqual(['userIds', 'profile']);
  expect(asked({ hasOwnFields: true })).toEqual(['customFields']);
  const [project] = [{ adapter: '@auth/prisma-adapter' }] as unknown as Survey['projects'];
  expect(asked({ projects: [project!] })).toEqual(['sync']);
});

it('asks no more than four, with the one whether to write', () => {
  const many = Array.from({ length: 9 }, () => ({ ...QUESTIONS[0]!, applies: () => true }));
  expect(questionsFor(survey({}), many)).toHaveLength(MOST_QUESTIONS);
  expect(MOST_QUESTIONS + 1).toBeLessThanOrEqual(4);
});

it('says why in one line, and names the choices apart', () => {
  for (const { why, options } of QUESTIONS) {
    expect(why(survey({ database: 'pg' }))).toMatch(/^[^\n]{20,100}$/);
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  }
});
