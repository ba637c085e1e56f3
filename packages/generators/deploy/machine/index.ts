import { slug } from '@archwright/kernel';
import type { Artefact, Design } from '@archwright/model';
import { oneLine } from '../../escape/plain.ts';
import { textFile } from '../../operate/files.ts';
import { DRAIN_SECONDS, healthPort, READY_PATH, settingsOf } from '../environment.ts';
import type { LocalStore } from '../local-store.ts';
import { migratorOf } from '../migration.ts';
import { routesOf } from '../routes.ts';
import { shellComment } from '../shell.ts';
import { systemName, type Unit, unitsOf } from '../unit.ts';
import { hasBackup, machineStores, storeSettings, storeUnits } from './stores.ts';
import { systemdWord, unitFile } from './systemd.ts';

/** First port on the loopback address behind the reverse proxy. */
const FIRST_PORT = 18_080;
/** Largest body the proxy passes on. */
const LARGEST_BODY = '1MB';

/** Everything that stands on a machine: systemd units, Caddy, the switch that releases use, and the set-up script. */
export function machineArtefacts(design: Design): readonly Artefact[] {
  const system = systemName(design);
  const units = unitsOf(design);
  const stores = storeUnits(design, system);
  const services = units.map((unit, index) => serviceFile(unit, FIRST_PORT + index, system));
  return [
    ...services,
    ...stores,
    caddyfile(units, design),
    switchScript(units, system, migratorOf(design)?.name),
    provision(units, design, system),
  ];
}

function serviceFile(unit: Unit, port: number, system: string): Artefact {
  const container = `${system}-${unit.name}`;
  const run = [
    '/usr/bin/podman run --rm --replace',
    `--name=${container}`,
    '--read-only --tmpfs=/tmp --cap-drop=all --security-opt=no-new-privileges --user=65532:65532',
    `--memory=${unit.memory}m --cpus=${unit.cpu} --pids-limit=512 --stop-timeout=${DRAIN_SECONDS}`,
    `--env-file=/etc/${system}/${unit.name}.env --publish=127.0.0.1:${port}:${healthPort(unit.unit)}`,
    ...(unit.command ? [`--entrypoint=${systemdWord(JSON.stringify(unit.command))}`] : []),
    ['${IMAGE}', ...(unit.args ?? []).map(systemdWord)].join(' '),
  ];
  return unitFile(`deploy/machine/systemd/${container}.service`, `systemd unit of ${unit.name}`, {
    Unit: [
      `Description=${oneLine(unit.unit.name).replaceAll('%', '%%')}`,
      'Wants=network-online.target',
      'After=network-online.target',
    ],
    Service: [
      'Type=exec',
      `EnvironmentFile=/etc/${system}/${unit.name}.image.env`,
      `ExecStart=${run.join(' \\\n  ')}`,
      `ExecStop=/usr/bin/podman stop --ignore ${container}`,
      `TimeoutStopSec=${DRAIN_SECONDS + 10}`,
      'Restart=always',
      'RestartSec=2',
      'NoNewPrivileges=false',
    ],
    Install: ['WantedBy=multi-user.target'],
  });
}

/** TLS with automatic certificates, security headers, health-checked proxying. */
function caddyfile(units: readonly Unit[], design: Design): Artefact {
  const routes = routesOf(units, design);
  const proxy = (index: number): readonly string[] => [
    `reverse_proxy 127.0.0.1:${FIRST_PORT + index} {`,
    `\thealth_uri ${READY_PATH}`,
    '\thealth_interval 5s',
    '\tlb_try_duration 5s',
    '}',
  ];
  const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `\t${line}`);
  const open = units.flatMap((unit, index) => (unit.public ? [{ unit, index }] : []));
  const [first, ...others] = open;
  return textFile('deploy/machine/Caddyfile', 'text/x-caddyfile', 'Reverse proxy (Caddy)', [
    '# PUBLIC_HOST is set in the environment of the caddy service.',
    '{$PUBLIC_HOST} {',
    indented([
      'encode zstd gzip',
      `request_body {`,
      `\tmax_size ${LARGEST_BODY}`,
      '}',
      'header Strict-Transport-Security "max-age=31536000; includeSubDomains"',
      'header X-Content-Type-Options nosniff',
      'header -Server',
    ]),
    others.flatMap(({ unit, index }) =>
      (routes.get(unit.name) ?? []).length > 0
        ? indented([
            `@${unit.name} path ${(routes.get(unit.name) ?? []).flatMap((prefix) => [prefix, `${prefix}/*`]).join(' ')}`,
            `handle @${unit.name} {`,
            ...indented(proxy(index)),
            '}',
          ])
        : [],
    ),
    first ? indented(['handle {', ...indented(proxy(first.index)), '}']) : indented(['respond 404']),
    indented(['log']),
    '}',
  ]);
}

/** Releases call it: pulls by digest, restarts, waits for readiness, and goes back itself. */
function switchScript(units: readonly Unit[], system: string, migrator: string | undefined): Artefact {
  return textFile('deploy/machine/switch.sh', 'application/x-sh', 'Switches one unit of a machine to an image', [
    '#!/usr/bin/env bash',
    shellComment(`Installed as /usr/local/bin/${system}-switch. usage: ${system}-switch UNIT IMAGE@DIGEST`),
    'set -euo pipefail',
    'unit=$1 image=$2',
    ...(migrator === undefined
      ? []
      : [
          '# Expand migrations, by the program of the new image itself.',
          `if [ "$unit" = migrate ]; then exec podman run --rm --read-only --cap-drop=all --security-opt=no-new-privileges --env-file=/etc/${system}/${migrator}.env "$image" migrate; fi`,
        ]),
    'case "$unit" in',
    ...units.map((unit, index) => `  ${unit.name}) port=${FIRST_PORT + index} ;;`),
    '  *) echo "no unit $unit" >&2; exit 64 ;;',
    'esac',
    'case "$image" in *@sha256:*) ;; *) echo "an image is named by its digest" >&2; exit 64 ;; esac',
    `place=/etc/${system}/$unit.image`,
    'before=$(cat "$place" 2>/dev/null || true)',
    'podman pull --quiet "$image" >/dev/null',
    'use() {',
    '  printf "%s\\n" "$1" >"$place"',
    '  printf "IMAGE=%s\\n" "$1" >"$place.env"',
    `  systemctl restart "${system}-$unit"`,
    '  for _ in $(seq 60); do',
    `    if curl --fail --silent --output /dev/null --max-time 2 "http://127.0.0.1:$port${READY_PATH}"; then return 0; fi`,
    '    sleep 1',
    '  done',
    '  return 1',
    '}',
    'if use "$image"; then echo "$unit runs $image"; exit 0; fi',
    `journalctl --unit "${system}-$unit" --lines 50 --no-pager >&2`,
    'if [ -n "$before" ]; then use "$before" && echo "$unit is back on $before" >&2; fi',
    'exit 1',
  ]);
}

/** Brings a fresh machine to the state described here; running it again changes nothing. */
function provision(units: readonly Unit[], design: Design, system: string): Artefact {
  const stores = machineStores(design);
  const copied = stores.filter(hasBackup);
  const serviceOf = ({ component }: LocalStore): string => `${system}-${slug(component.id)}`;
  const settings: readonly (readonly [file: string, lines: readonly string[]])[] = [
    ...units.map(
      (unit) => [unit.name, settingsOf(unit.unit, design).map(({ name, value }) => `${name}=${value ?? ''}`)] as const,
    ),
    ...stores.map((store) => [slug(store.component.id), storeSettings(store)] as const),
  ];
  return textFile('deploy/machine/provision.sh', 'application/x-sh', 'Sets a machine up', [
    '#!/usr/bin/env bash',
    '# Run as root from the root of the repository on a Debian or Ubuntu machine. PUBLIC_HOST is the name users call.',
    'set -euo pipefail',
    ': "${PUBLIC_HOST:?}"',
    'export DEBIAN_FRONTEND=noninteractive',
    'apt-get update',
    `apt-get install --yes --no-install-recommends caddy curl jq nftables podman${copied.length > 0 ? ' rclone' : ''} unattended-upgrades`,
    `id deploy >/dev/null 2>&1 || useradd --create-home --shell /bin/bash deploy`,
    `printf 'deploy ALL=(root) NOPASSWD: /usr/local/bin/${system}-switch\\n' >/etc/sudoers.d/${system} && chmod 440 /etc/sudoers.d/${system}`,
    `install -d -m 750 -g deploy /etc/${system}`,
    `install -m 755 deploy/machine/switch.sh /usr/local/bin/${system}-switch`,
    'install -m 644 deploy/machine/systemd/* /etc/systemd/system/',
    'install -m 644 deploy/machine/Caddyfile /etc/caddy/Caddyfile',
    'install -d /etc/systemd/system/caddy.service.d',
    `printf '[Service]\\nEnvironment=PUBLIC_HOST=%s\\n' "$PUBLIC_HOST" >/etc/systemd/system/caddy.service.d/host.conf`,
    ...stores
      .filter(({ local }) => local.data !== undefined)
      .map(({ component }) => `install -d -m 700 /var/lib/${system}/${slug(component.id)}`),
    ...(copied.length > 0 ? [`install -d -m 700 /var/backups/${system}`] : []),
    '# Settings are created once and filled in by hand or by the secret manager; only root reads them.',
    ...settings.flatMap(([file, lines]) => [
      `if [ ! -e /etc/${system}/${file}.env ]; then`,
      `  install -m 600 /dev/null /etc/${system}/${file}.env`,
      `  cat >/etc/${system}/${file}.env <<'SETTINGS'`,
      ...lines,
      'SETTINGS',
      'fi',
    ]),
    "cat >/etc/nftables.conf <<'RULES'",
    'flush ruleset',
    'table inet filter {',
    '  chain input {',
    '    type filter hook input priority 0; policy drop;',
    '    ct state established,related accept',
    '    iif lo accept',
    '    meta l4proto { icmp, ipv6-icmp } accept',
    '    tcp dport { 22, 80, 443 } accept',
    '    udp dport 443 accept',
    '  }',
    '}',
    'RULES',
    'systemctl daemon-reload',
    `systemctl enable --now ${['nftables unattended-upgrades caddy', ...copied.map((store) => `${serviceOf(store)}-backup.timer`)].join(' ')}`,
    ...units.map((unit) => `systemctl enable ${system}-${unit.name}`),
    ...stores.map((store) => `systemctl enable ${serviceOf(store)}`),
    'systemctl reload-or-restart caddy nftables',
    `echo "fill in /etc/${system}/*.env, ${stores.length > 0 ? `then: systemctl start ${stores.map(serviceOf).join(' ')}, ` : ''}then release with deploy/release.sh"`,
  ]);
}
