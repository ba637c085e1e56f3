import type { Design } from '@archwright/model';
import { page, section } from '../markdown/page.ts';
import { migration, namesOf, stageTable } from '../markdown/scaling-roadmap.ts';
import { inline } from '../markdown/text.ts';

/** `operate/roadmap.md`: every stage, and the way to each that changes something. */
export const roadmapSheet = ({ title, roadmap, decisions }: Design): string =>
  page(
    `# Scaling roadmap of ${inline(title)}`,
    section('## Stages', stageTable(roadmap, namesOf(decisions))),
    ...roadmap.filter(({ changes }) => changes.length > 0).map((stage) => migration(stage, '##')),
  );
