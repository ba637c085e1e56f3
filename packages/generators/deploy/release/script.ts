import type { Artefact, Design } from '@archwright/model';
import { alertsOf } from '../../operate/alerts.ts';
import { textFile } from '../../operate/files.ts';
import { migratorOf } from '../migration.ts';
import { platformOf } from '../platform.ts';
import { shellComment } from '../shell.ts';
import { systemName, unitsOf } from '../unit.ts';
import { releaseCommands } from './commands.ts';

/** Minutes between two shares of traffic: the short window of the fast burn alert and its pending time. */
const WATCH_MINUTES = 10;

/** Alerts that stop a release: pages that a release can cause. */
export const gateAlerts = (design: Design): readonly string[] =>
  alertsOf(design)
    .filter(({ severity, afterRelease }) => severity === 'page' && afterRelease)
    .map(({ name }) => name);

/** Platforms without a place to run one task: a person does it, and the release waits for the word. */
const MANUAL = [
  '[ "${MIGRATED:-}" = "$DIGEST" ] || { echo "apply the expand migrations of database/migrations first, then set MIGRATED=$DIGEST" >&2; return 1; }',
];

/** `deploy/release.sh`: one image to every unit in steps, watched by the alerts, and back by itself. */
export function releaseScript(design: Design): Artefact {
  const commands = releaseCommands(platformOf(design).id);
  const units = unitsOf(design);
  // Workers first: they understand both the old and the new messages before anybody sends new ones.
  const order = [...units.filter((unit) => !unit.public), ...units.filter((unit) => unit.public)].map(({ name }) => name);
  const migrator = migratorOf(design);
  const body = (name: string, lines: readonly string[]) => [`${name}() {`, ...lines.map((line) => `  ${line}`), '}'];
  const helpers = commands.helpers ?? [];
  const uses = (variable: RegExp): boolean =>
    [commands.migrate ?? MANUAL, commands.current, commands.prepare, commands.shift, commands.restore, helpers]
      .flat()
      .some((line) => typeof line === 'string' && variable.test(line));
  return textFile('deploy/release.sh', 'application/x-sh', 'Release in steps, with automatic roll-back', [
    '#!/usr/bin/env bash',
    shellComment(`Releases one image of ${design.title} to every unit and goes back by itself when an alert of the gate fires.`),
    '# usage: IMAGE=registry/name DIGEST=sha256:... deploy/release.sh | deploy/release.sh restore UNIT PREVIOUS',
    shellComment(commands.note),
    'set -Eeuo pipefail',
    // Bare, a name whose first word is a variable of the script reads like arithmetic: image-thumbnails.
    uses(/\$\{?SYSTEM\b/) && `SYSTEM='${systemName(design)}'`,
    `UNITS="${order.join(' ')}"`,
    uses(/\$\{?PUBLIC\b/) &&
      `PUBLIC="${units
        .filter((unit) => unit.public)
        .map(({ name }) => name)
        .join(' ')}"`,
    `STEPS="${commands.steps.join(' ')}"`,
    `GATE_ALERTS='${gateAlerts(design).join('|')}'`,
    `WATCH_MINUTES=\${WATCH_MINUTES:-${WATCH_MINUTES}}`,
    ...commands.variables.map((name) => `: "\${${name}:?}"`),
    ...commands.tools.map((tool) => `command -v ${tool} >/dev/null || { echo "${tool} is not installed" >&2; exit 69; }`),
    `declare -A previous${uses(/candidate\[/) ? ' candidate' : ''}`,
    '',
    ...helpers,
    migrator && body('migrate', commands.migrate ?? MANUAL),
    body('current', commands.current),
    body('prepare', commands.prepare),
    body('shift_to', commands.shift),
    body('restore', commands.restore),
    '',
    '# Silence is not consent: without an answer from the metrics the release stops.',
    body('gate', [
      'local minute firing',
      'for minute in $(seq "$WATCH_MINUTES"); do',
      '  sleep 60',
      '  firing=$(curl --fail --silent --show-error --get "$PROMETHEUS_URL/api/v1/query" \\',
      '    --data-urlencode "query=count(ALERTS{alertstate=\\"firing\\",alertname=~\\"$GATE_ALERTS\\"}) or vector(0)" |',
      '    jq --raw-output ".data.result[0].value[1]")',
      '  [ "$firing" = 0 ] || { echo "minute $minute: $firing alert(s) of the gate are firing" >&2; return 1; }',
      'done',
    ]),
    body('roll_back', [
      'trap - ERR',
      'local unit',
      'echo "rolling back" >&2',
      'for unit in $UNITS; do',
      '  [ -z "${previous[$unit]:-}" ] || restore "$unit" "${previous[$unit]}" || echo "$unit could not be restored: see deploy/rollback.md" >&2',
      'done',
      'exit 1',
    ]),
    '',
    'if [ "${1:-}" = restore ]; then restore "$2" "$3"; exit; fi',
    '',
    ': "${IMAGE:?}" "${DIGEST:?}" "${PROMETHEUS_URL:?}"',
    'command -v jq >/dev/null && command -v curl >/dev/null',
    'image="$IMAGE@$DIGEST"',
    'trap roll_back ERR',
    migrator && '# Expand only: the version that runs now keeps working on the new schema.',
    migrator && `migrate ${migrator.name}`,
    'for unit in $UNITS; do',
    '  previous[$unit]=$(current "$unit")',
    '  echo "$unit: ${previous[$unit]} -> $image"',
    '  prepare "$unit"',
    'done',
    'for share in $STEPS; do',
    '  for unit in $UNITS; do shift_to "$unit" "$share"; done',
    '  gate',
    'done',
    'echo "released $image"',
  ]);
}
