import { slug } from '@archwright/kernel';
import type { Artefact, Design } from '@archwright/model';
import { oneLine } from '../../escape/plain.ts';
import { type LocalStore, localStores, PASSWORD } from '../local-store.ts';
import { systemdWord, unitFile } from './systemd.ts';

/** How a store on the application's own machine is copied off it, by technology. */
const DUMPS: Readonly<Record<string, string>> = {
  postgresql: 'podman exec "$CONTAINER" pg_dump --username app --format custom app',
  mysql: 'podman exec "$CONTAINER" sh -c \'exec mysqldump --single-transaction --user app --password="$MYSQL_PASSWORD" app\'',
};

/** Stores that live on the application's machine. */
export const machineStores = (design: Design): readonly LocalStore[] =>
  localStores(design).filter(({ component }) => component.option?.endsWith('-on-app-server') ?? false);

export const hasBackup = ({ local }: LocalStore): boolean => (local.versionOf ?? '') in DUMPS;

/** A systemd unit for each store of the machine, and a daily backup that leaves it. */
export const storeUnits = (design: Design, system: string): readonly Artefact[] =>
  machineStores(design).flatMap((store) => [service(store, system), ...backup(store, system)]);

/** What a store's settings file holds, line by line; what only a person knows is left empty. */
export const storeSettings = (store: LocalStore): readonly string[] => [
  ...(store.image.includes('${') ? ['STORE_IMAGE='] : []),
  ...Object.entries(store.local.environment ?? {}).map(([name, value]) => `${name}=${value === PASSWORD ? '' : value}`),
  ...(hasBackup(store) ? ['BACKUP_REMOTE='] : []),
];

function service({ component, image, local }: LocalStore, system: string): Artefact {
  const name = `${system}-${slug(component.id)}`;
  // Where no version is known, the environment file names the image.
  const known = !image.includes('${');
  const run = [
    `/usr/bin/podman run --rm --replace --name=${name} --cap-drop=all --cap-add=chown,dac_override,fowner,setgid,setuid --security-opt=no-new-privileges`,
    `--env-file=/etc/${system}/${slug(component.id)}.env --publish=127.0.0.1:${local.port}:${local.port}`,
    ...(local.data === undefined ? [] : [`--volume=/var/lib/${system}/${slug(component.id)}:${local.data}:Z`]),
    [
      known ? `docker.io/${image.includes('/') ? '' : 'library/'}${image}` : '${STORE_IMAGE}',
      ...(local.command ?? []).map((word) => (word === PASSWORD ? `\${${passwordOf(local)}}` : systemdWord(word))),
    ].join(' '),
  ];
  return unitFile(`deploy/machine/systemd/${name}.service`, `systemd unit of ${slug(component.id)}`, {
    Unit: [
      `Description=${oneLine(component.name).replaceAll('%', '%%')}`,
      'Wants=network-online.target',
      'After=network-online.target',
    ],
    Service: [
      'Type=exec',
      `EnvironmentFile=/etc/${system}/${slug(component.id)}.env`,
      `ExecStart=${run.join(' \\\n  ')}`,
      `ExecStop=/usr/bin/podman stop --time 60 --ignore ${name}`,
      'TimeoutStopSec=70',
      'Restart=always',
    ],
    Install: ['WantedBy=multi-user.target'],
  });
}

/** The variable of the settings file that holds the store's password. */
const passwordOf = ({ environment = {} }: LocalStore['local']): string =>
  Object.entries(environment).find(([, value]) => value === PASSWORD)?.[0] ?? 'PASSWORD';

function backup({ component, local }: LocalStore, system: string): readonly Artefact[] {
  const dump = DUMPS[local.versionOf ?? ''];
  if (dump === undefined) return [];
  const store = slug(component.id);
  const name = `${system}-${store}-backup`;
  // A dump that does not list is no backup; the copy is encrypted before it leaves.
  const steps = `set -euo pipefail; file=/var/backups/${system}/${store}-$(date +%u).dump; ${dump} >"$file.part"; test -s "$file.part"; mv "$file.part" "$file"; rclone copyto "$file" "$BACKUP_REMOTE/${store}/$(date +%F).dump"`;
  return [
    unitFile(`deploy/machine/systemd/${name}.service`, `Backup of ${store}`, {
      Unit: [`Description=backup of ${store}`],
      Service: [
        'Type=oneshot',
        `Environment=CONTAINER=${system}-${store}`,
        `EnvironmentFile=/etc/${system}/${store}.env`,
        `ExecStart=/bin/bash -c ${systemdWord(steps)}`,
      ],
    }),
    unitFile(`deploy/machine/systemd/${name}.timer`, `Daily backup of ${store}`, {
      Unit: [`Description=daily backup of ${store}`],
      Timer: ['OnCalendar=daily', 'RandomizedDelaySec=30min', 'Persistent=true'],
      Install: ['WantedBy=timers.target'],
    }),
  ];
}
