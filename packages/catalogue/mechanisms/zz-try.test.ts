import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { FigureBook, exactly } from '@archwright/kernel';
import { catalogue as shipped } from '@archwright/catalogue';
import { designFrom } from '/work/main/packages/engine/design.ts';
const mech = Object.values((import.meta as any).env ? import.meta.glob(['./*.ts', '!./*.test.ts'], { eager: true, import: 'default' }) : {});
const arch = Object.values(import.meta.glob(['../archetypes/*.ts', '!../archetypes/*.test.ts'], { eager: true, import: 'default' }));
const catalogue: any = { ...shipped, mechanisms: mech, archetypes: arch };
test('try', () => {
  let out = '';
  for (const a of arch as any[]) {
    try {
    const t = performance.now();
    const book = new FigureBook();
    book.leaf({ id: `activity.${a.mainOperation}.mean`, label: 'x', unit: '1/s', origin: 'stated', ...exactly(1e6 / 86400) });
    book.leaf({ id: 'users.users', label: 'users', unit: 'count', origin: 'stated', ...exactly(500000) });
    const reading: any = { text: 'x', title: a.id, intent: 'design', requirements: [{ id: 'users', key: 'users', origin: 'stated', figure: 'users.users', statement: 'users' }],
      activities: [{ id: a.mainOperation, verb: a.mainOperation.split('-')[0], object: a.mainOperation.split('-').slice(1).join('-'), kind: 'write', meanRate: `activity.${a.mainOperation}.mean` }], entities: [], actors: [], clauses: [], domains: [{ archetype: a.id, score: 10, evidence: [] }] };
    const d: any = designFrom(reading, book, { catalogue, date: '2026-11-24', seed: 1, pinned: [], assume: false, diagnostics: [] } as any);
    const ms = d.mechanisms ?? d.architecture?.mechanisms ?? [];
    out += `\n# ${a.id} wanted ${a.mechanisms.length} used ${ms.length}; not called: ${a.mechanisms.filter((m: string) => !ms.some((x: any) => x.id === m)).join(', ')}\n` + ms.map((m: any) => `## ${m.id}\n${m.problem}\n${m.tradeOff}\n`).join('');
    console.log(a.id, Math.round(performance.now() - t));
    } catch (e: any) { out += `\n# ${a.id} FAILED ${e.stack?.slice(0, 400)}\n`; }
    writeFileSync('/tmp/render/engine.md', out);
  }
}, 400000);
