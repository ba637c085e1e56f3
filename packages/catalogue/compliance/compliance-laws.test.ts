/// <reference types="vite/types/importMeta.d.ts" />
import { dimensionOf, sameDimension } from '@archwright/kernel';
import { CAPABILITIES, type ComplianceRegime } from '@archwright/model';
import { expect, test } from 'vitest';

const files = import.meta.glob<ComplianceRegime>(['./*.ts', '!./*.test.ts'], { eager: true, import: 'default' });
const rows = Object.entries(files).map(([path, entry]) => [path.slice(2, -3), entry] as const);
const DAY = 86_400;

test.each(rows)('%s: each control says what it asks, where a design meets it, and by which text', (file, regime) => {
  expect(regime.id).toBe(file);
  expect(regime.appliesWhen.length).toBeGreaterThan(20);
  expect(regime.controls.length).toBeGreaterThanOrEqual(5);
  expect(new Set(regime.controls.map((control) => control.id)).size).toBe(regime.controls.length);
  for (const control of regime.controls) {
    expect(control.id.startsWith(`${file}-`) || control.id.startsWith(file.split('-')[0]!), control.id).toBe(true);
    expect(Math.min(control.asks.length, control.metBy.length), control.id).toBeGreaterThan(20);
    expect(control.source.asOf).toMatch(/^(?:\d{4}(?:-\d{2}){0,2}|undated)$/);
    expect(control.source.url).toMatch(/^https:\/\//);
  }
  for (const capability of regime.requires) expect(Object.keys(CAPABILITIES)).toContain(capability);
});

test.each(rows)('%s: durations are in seconds, counts without unit, each with a source or a reason', (_, regime) => {
  for (const [name, figure] of Object.entries(regime.figures)) {
    expect(figure.source !== undefined || (figure.assumption?.length ?? 0) > 10, name).toBe(true);
    expect(figure.likely, name).toBeGreaterThan(0);
    expect(sameDimension(dimensionOf(figure.unit), dimensionOf('s')) || figure.unit === 'count', name).toBe(true);
  }
});

test.each([
  ['hipaa', 'documentationRetention', 6 * 365 * DAY],
  ['hipaa', 'breachNotice', 60 * DAY],
  ['gdpr', 'breachNotice', 3 * DAY],
  ['pci-dss', 'auditRetention', 365 * DAY],
  ['ccpa', 'requestAnswer', 45 * DAY],
  ['nis2', 'earlyWarning', DAY],
] as const)('%s %s is what the text says', (id, name, seconds) => {
  expect(files[`./${id}.ts`]!.figures[name]!.likely).toBe(seconds);
});

test('the GDPR alone does not pin the region; an EU residency requirement does', () => {
  expect(files['./gdpr.ts']!.requires).not.toContain('eu-region');
  expect(files['./residency-eu.ts']!.requires).toContain('eu-region');
});
