import { test } from 'vitest';
import { sampleDesign } from '../testing/sample-design.ts';
import { operateArtefacts } from './index.ts';
import { deployArtefacts } from '../deploy/index.ts';
import { alertsOf } from './alerts.ts';
import * as yaml from 'yaml';
test('perf', () => {
  for (let i = 0; i < 5; i++) {
    const d = sampleDesign();
    const a = performance.now();
    alertsOf(d);
    const b = performance.now();
    const o = operateArtefacts(d);
    const c = performance.now();
    deployArtefacts(d);
    const e = performance.now();
    const t = performance.now();
    for (const x of o)
      if (x.mediaType === 'application/yaml')
        for (const doc of yaml.parseAllDocuments(x.content))
          yaml.stringify(doc.toJS(), { compat: 'yaml-1.1', aliasDuplicateObjects: false, lineWidth: 0 });
    const u = performance.now();
    console.log('alerts', b - a, 'operate', c - b, 'deploy', e - c, 'yaml both ways', u - t);
  }
});
