import { test } from 'vitest';
import { mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { sampleDesign } from '/work/main/packages/generators/testing/sample-design.ts';
import { operateArtefacts } from '/work/main/packages/generators/operate/index.ts';
test('dump', async () => {
  let deploy: any = () => [];
  try {
    deploy = (await import('/work/main/packages/generators/deploy/index.ts')).deployArtefacts;
  } catch (e) {
    console.log(String(e));
  }
  rmSync('/tmp/ops/out', { recursive: true, force: true });
  const t = performance.now();
  const design = sampleDesign();
  const all = [...operateArtefacts(design), ...deploy(design)];
  console.log('ms', performance.now() - t);
  for (const a of all) {
    const p = '/tmp/ops/out/' + a.path;
    mkdirSync(dirname(p), { recursive: true });
    writeFileSync(p, a.content);
  }
});
