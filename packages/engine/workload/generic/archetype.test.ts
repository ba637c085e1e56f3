import { describe, expect, test } from 'vitest';
import { readBrief } from '../../intake/index.ts';
import { genericArchetype } from './archetype.ts';

const designed = (brief: string) => {
  const { reading, figures } = readBrief(brief, { domains: [], technologies: [] }).value;
  return genericArchetype(reading, [], figures)!;
};
const keysOf = (brief: string): Record<string, string> =>
  Object.fromEntries(
    designed(brief).entities.map(({ name, fields }) => [
      name,
      fields
        .filter(({ key, references }) => key === true || references !== undefined)
        .map(({ name: field, key }) => `${field}${key ? '#' : ''}`)
        .join(' '),
    ]),
  );

describe('a brief of no known domain', () => {
  test.each([
    [
      'a deed on a thing is a record of its own, one for each pair where nobody does it twice',
      'Owners vote on proposals and report defects.',
      { Owner: 'id#', Proposal: 'id#', Vote: 'proposal_id# owner_id#' },
    ],
    [
      'kinds are one thing',
      'The tool library lends drills, saws and ladders to 1,200 residents.',
      { Resident: 'id#', Tool: 'id# resident_id', Loan: 'id# tool_id resident_id' },
    ],
    [
      'nouns without a verb',
      'The library: 80,000 readers, 600,000 books, loans, fines.',
      { Reader: 'id#', Loan: 'id# book_id reader_id' },
    ],
    [
      'a deed is done to what was spoken of before',
      'Rooms get cleaned, supervisors inspect.',
      { Inspection: 'id# room_id supervisor_id' },
    ],
  ])('%s', (_, brief, expected) => expect(keysOf(brief)).toMatchObject(expected));

  test.each([
    [
      'the counted deed',
      '14 quarries, 350 lorries per site per day; lorries get weighed, a ticket is printed.',
      'create-weighing',
    ],
    ['the counted read', 'Authors upload books of 60 MB. 3 million downloads a day.', 'download-book'],
    ['the deed where nothing is counted', 'Hospitals post vacancies, nurses apply with a CV.', 'create-application'],
  ])('is mainly about %s', (_, brief, main) => expect(designed(brief).mainOperation).toBe(main));

  test.each([
    ['a lifecycle', 'Consultants fill in timesheets. Weekly submission, manager approval.', 'guarded-transition'],
    ['one for each pair', 'Owners vote on proposals.', 'one-row-per-pair'],
    ['things that come back', 'We lend canoes to members.', 'booking-without-overselling'],
    ['work without coverage', 'Foresters register trees; the app works offline.', 'offline-sync'],
    ['work at night', 'Cleaners clean rooms; the plan is made overnight.', 'leased-scheduler'],
    ['files', 'Choirs upload recordings of 5 MB.', 'resumable-upload'],
  ])('%s calls for its mechanism', (_, brief, mechanism) => expect(designed(brief).mechanisms).toContain(mechanism));

  test('what waits for the next step and what falls due has an index', () => {
    const patterns = designed('We lend canoes to members; clerks check and repair canoes.').accessPatterns;
    expect(patterns.find(({ id }) => id === 'due-loan')).toMatchObject({ by: ['status'], order: 'due_at asc' });
    expect(patterns.find(({ id }) => id === 'work-canoe')).toMatchObject({ by: ['status'], order: 'updated_at asc' });
  });

  test('operations are distinct and their shares add up', () => {
    const { operations } = designed('Owners vote on proposals, print ballots, pay fees and search proposals.');
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    expect(operations.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });
});
