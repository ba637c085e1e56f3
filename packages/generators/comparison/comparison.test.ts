import { describe, expect, test } from 'vitest';
import type { Comparison } from '@archwright/model';
import { renderComparison } from './index.ts';

const comparison = (name = 'Primary datastore'): Comparison => ({
  from: 'now',
  to: 'next',
  changes: [
    { subject: 'decision', id: 'primary-store', name, kind: 'moves', before: 'Old', after: 'New' },
    { subject: 'operation', id: 'a.b', name: 'GET /api/v1/things', kind: 'goes', before: 'List things', breaking: true },
  ],
  migration: [
    {
      phase: 'expand',
      subject: name,
      step: 'create New',
      rollback: 'remove it',
      reversible: true,
      risk: 'none',
      hours: 36,
      monthlyMeanwhile: 160,
    },
    { phase: 'contract', subject: name, step: 'remove Old', rollback: 'restore it', reversible: false, risk: 'a reader' },
  ],
  monthlyBefore: 100,
  monthlyAfter: 260,
  runBefore: 10,
  runAfter: 8,
  migrationHours: 36,
});

describe('a comparison in words', () => {
  test('prices, differences, steps and what is one way', () => {
    const text = renderComparison(comparison());
    for (const part of [
      '| infrastructure | $100/month | $260/month | +$160/month |',
      '| people to run it | 10 h/month | 8 h/month | −2 h/month |',
      '| GET /api/v1/things | goes, **breaking** | List things |',
      '1. **Expand**, Primary datastore: create New (36 h; $160/month while both run). Back: remove it. Risk: none.',
      '**One way.** Afterwards: restore it.',
      '- Primary datastore: remove Old',
    ])
      expect(text).toContain(part);
  });

  test('nothing in, nothing changes', () =>
    expect(renderComparison({ ...comparison(), changes: [], migration: [] })).toContain('Nothing changes.'));

  test.each(['a|b', '<img src=x onerror=alert(1)>', '`code`', 'line\nbreak', '[a](javascript:x)'])(
    'a name like %j stays a cell',
    (name) => {
      const text = renderComparison(comparison(name));
      expect(text).not.toContain('<img');
      for (const row of text.split('\n').filter((line) => line.startsWith('| ') && line.includes('Old')))
        expect(row.replaceAll('\\|', '').split('|')).toHaveLength(6);
    },
  );
});
