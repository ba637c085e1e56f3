import type { Artefact, Design } from '@archwright/model';
import { markdownCell, markdownFence, markdownInline, markdownTable } from '../escape/markdown.ts';
import { alertsOf } from '../operate/alerts.ts';
import { type Lines, markdownFile } from '../operate/files.ts';
import { storesOf } from '../sql/dialect.ts';
import { deliveryOf, platformOf } from './platform.ts';
import { releaseCommands } from './release/commands.ts';
import { gateAlerts } from './release/script.ts';
import { systemName, unitsOf } from './unit.ts';

/** `deploy/rollback.md`: when to go back, how for every unit, and what a database allows. */
export function rollbackRunbook(design: Design): Artefact {
  return markdownFile('deploy/rollback.md', 'Roll-back runbook', [
    `# Roll-back: ${markdownInline(design.title)}`,
    '',
    'A release that hurts is taken back first and understood afterwards. Going back needs no approval.',
    '',
    ...automatic(design),
    ...symptoms(design),
    ...units(design),
    ...databases(design),
    ...decisions(design),
  ]);
}

function automatic(design: Design): Lines {
  const { gitops } = deliveryOf(design);
  const pull = gitops !== undefined && platformOf(design).id === 'kubernetes';
  const how = pull
    ? 'The canary in the cluster asks the metrics at every step and goes back by itself when an objective burns.'
    : '`deploy/release.sh` watches these alerts after every step and restores every unit by itself when one fires or the metrics do not answer.';
  return [
    '## What happens by itself',
    '',
    how,
    '',
    releaseNote(design),
    '',
    `Alerts of the gate: ${
      gateAlerts(design)
        .map((name) => `\`${name}\``)
        .join(', ') || 'none'
    }.`,
    '',
  ];
}

const releaseNote = (design: Design): string => markdownInline(releaseCommands(platformOf(design).id).note);

function symptoms(design: Design): Lines {
  const after = alertsOf(design).filter(({ afterRelease }) => afterRelease);
  const row = ({ name, severity, summary }: (typeof after)[number]) => [
    `[${name}](../operate/runbooks.md#${name.toLowerCase()})`,
    markdownCell(summary),
    severity === 'page'
      ? 'roll back at once'
      : 'roll back if the next step would reach more users; else mend forward within the day',
    severity === 'page' ? 'it started long before: follow its runbook' : 'it started long before the release',
  ];
  return [
    '## Decide by symptom',
    '',
    'Within an hour of a release or a change of configuration:',
    '',
    markdownTable(
      ['signal', 'what is seen', 'do', 'unless'],
      [
        ...after.map(row),
        [
          'wrong data in a store',
          'rows or messages that should not exist',
          'stop the writer, then roll back; mend the rows from the audit trail or a restored copy',
          'never restore over the live store before a copy was looked at',
        ],
        [
          'a contract migration ran',
          'the old version fails on the new schema',
          'roll forward: see the database rules below',
          '–',
        ],
      ],
    ),
    '',
  ];
}

function units(design: Design): Lines {
  const { gitops } = deliveryOf(design);
  const pull = gitops !== undefined && platformOf(design).id === 'kubernetes';
  const system = systemName(design);
  const { variables } = releaseCommands(platformOf(design).id);
  return [
    '## Commands for each unit',
    '',
    pull
      ? 'The repository is the source: the way back is a revert; the second command stops the canary at once.'
      : `PREVIOUS is what the release printed for the unit (left of the arrow). Set first: ${variables.map((name) => `\`${name}\``).join(', ') || 'nothing'}.`,
    '',
    ...unitsOf(design).flatMap(({ name, unit }) => [
      `### ${markdownInline(unit.name)}`,
      '',
      markdownFence(
        'sh',
        (pull ? pulled(gitops, system, name) : [`bash deploy/release.sh restore ${name} "$PREVIOUS"`]).join('\n'),
      ),
      '',
    ]),
  ];
}

const pulled = (gitops: 'argocd' | 'flux', system: string, unit: string): readonly string[] =>
  gitops === 'argocd'
    ? [
        'git revert --no-edit RELEASE_COMMIT && git push',
        `kubectl argo rollouts --namespace ${system} abort ${unit}`,
        `argocd app sync ${system}`,
      ]
    : [
        'git revert --no-edit RELEASE_COMMIT && git push',
        `kubectl --namespace ${system} rollout undo deployment/${unit}`,
        `flux reconcile kustomization ${system} --with-source`,
      ];

function databases(design: Design): Lines {
  const stores = storesOf(design);
  if (stores.length === 0) return [];
  return [
    '## Database rules',
    '',
    `They hold for: ${stores.map(({ component }) => markdownInline(component.name)).join(', ')}.`,
    '',
    '1. **Expand** in one release: add columns, tables and indexes; nothing is renamed, dropped or made stricter. New columns are nullable or have a default. Indexes are built without blocking writes.',
    '2. **Move** in the next: the code writes both forms and reads the new one; a backfill runs in batches with a checkpoint and stops at the planned use.',
    '3. **Contract** only after a release in which nothing read the old form, and after a verified backup. This step cannot be rolled back by deploying the old version.',
    '',
    'The program in the image has a task `migrate`, which applies the expand migrations it was built with under a lock and ends. It runs before the first unit of a release; contract migrations are applied by hand.',
    '',
    'Rolling a unit back therefore never needs a down migration. `*.down.sql` is for the check in the pipeline and for an empty environment; on live data it destroys what was written since.',
    '',
    'Messages follow the same rule: consumers accept the old and the new form before a producer sends the new one, which is why workers are released first.',
    '',
  ];
}

const decisions = (design: Design): Lines => {
  const ways = design.decisions.filter(({ rollback }) => rollback.trim() !== '');
  if (ways.length === 0) return [];
  return [
    '## Taking back a decision',
    '',
    markdownTable(
      ['decision', 'chosen', 'way back'],
      ways.map(({ title, chosenName, rollback }) => [title, chosenName, rollback].map(markdownCell)),
    ),
    '',
  ];
};
