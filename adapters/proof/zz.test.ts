import { test } from 'vitest';
import { FigureBook, exactly } from '@archwright/kernel';
import { catalogue } from '@archwright/catalogue';
import { designFrom } from '/work/main/packages/engine/design.ts';
import { mermaidArtefacts } from '@archwright/generators/mermaid/index';
import { openapiArtefacts } from '@archwright/generators/openapi/index';
import { databaseArtefacts } from '@archwright/generators/sql/index';
import { svgArtefacts } from '@archwright/generators/svg/index';
import * as fs from 'node:fs';
import { proveMermaid } from './mermaid/prove-mermaid.ts';
import { proveOpenapi } from './openapi/prove-openapi.ts';
import { provePostgresql } from './postgresql/prove-postgresql.ts';
import { proveArtefacts } from './index.ts';
test('try', async () => {
  const counts: Record<string, number> = {};
  for (const archetype of catalogue.archetypes.filter((a) => ['food-delivery','notifications','food-delivery'].includes(a.id))) {
    const book = new FigureBook();
    const main = archetype.operations.find((o) => o.id === archetype.mainOperation)!;
    book.leaf({ id: `activity.${main.id}.mean`, label: 'sends', unit: '1/s', origin: 'stated', ...exactly(1e6 / 86400) });
    book.leaf({ id: 'users.users', label: 'users', unit: 'count', origin: 'stated', ...exactly(100000) });
    const reading: any = {
      text: 'x',
      title: archetype.name,
      intent: 'design',
      requirements: [{ id: 'users', key: 'users', origin: 'stated', figure: 'users.users', statement: '100K users' }],
      activities: [{ id: main.id, verb: 'send', object: 'notification', kind: main.kind, meanRate: `activity.${main.id}.mean` }],
      entities: [],
      actors: [],
      clauses: [],
      domains: [{ archetype: archetype.id, score: 10, evidence: [] }],
    };
    try {
      const d: any = designFrom(reading, book, {
        catalogue,
        date: '2026-11-24',
        seed: 1,
        pinned: [],
        assume: true,
        diagnostics: [],
      } as any);
      if (!d.architecture?.components?.length) {
        console.log(archetype.id, 'NO DESIGN', d.depth, JSON.stringify(d.conflict));
        continue;
      }
      let t = performance.now(); const lap = (l: string) => { console.log(l, Math.round(performance.now() - t)); t = performance.now(); };
 mermaidArtefacts(d); lap('mmd'); svgArtefacts(d); lap('svg'); openapiArtefacts(d); lap('openapi'); databaseArtefacts(d); lap('sql');
 const artefacts = [...mermaidArtefacts(d), ...svgArtefacts(d), ...openapiArtefacts(d), ...databaseArtefacts(d)];
      t = performance.now(); await proveMermaid(artefacts, d, {}); lap('p mermaid'); await proveOpenapi(artefacts, d, {}); lap('p openapi'); await provePostgresql(artefacts, d, {}); lap('p pg'); await provePostgresql(artefacts, d, {}); lap('p pg again'); const proofs = await proveArtefacts(artefacts, d); lap('all');
 for (const a of artefacts) { fs.mkdirSync('/tmp/real/' + archetype.id + '/' + a.path.split('/').slice(0,-1).join('/'), {recursive: true}); fs.writeFileSync('/tmp/real/' + archetype.id + '/' + a.path, a.content); } fs.writeFileSync('/tmp/real/' + archetype.id + '/proofs.json', JSON.stringify(proofs, null, 1));
      for (const p of proofs) counts[p.tool + ' ' + p.outcome] = (counts[p.tool + ' ' + p.outcome] ?? 0) + 1;
      console.log(
        '==',
        archetype.id,
        artefacts.length,
        d.architecture.components.length,
        d.architecture.components
          .map((c: any) => c.technologyId)
          .filter(Boolean)
          .join(','),
      );
      for (const p of proofs.filter((p) => p.outcome !== 'accepted'))
        console.log(archetype.id, p.outcome, p.artefact, p.claim, p.line ?? '', '\n' + p.log.slice(0, 900));
    } catch (e) {
      console.log(archetype.id, 'THREW', (e as Error).stack?.slice(0, 600));
    }
  }
  console.log(JSON.stringify(counts, null, 1));
}, 300000);
