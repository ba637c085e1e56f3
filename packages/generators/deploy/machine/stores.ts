import { slug } from '@archwright/kernel';
import type { Artefact, Design } from '@archwright/model';
import { oneLine } from '../../escape/plain.ts';
import { type LocalStore, localStores } from '../local-store.ts';
import { systemdWord, unitFile } from './systemd.ts';

/** How a store on the application's own machine is copied off it, by technology. */
const DUMPS: Readonly<Record<string, string>> = {
  postgresql: 'podman exec "$CONTAINER" pg_dump --username app --format custom app',
  mysql: 'podman exec "$CONTAINER" sh -c \'exec mysqldump --single-transaction --user app --password="$MYSQL_PASSWORD" app\'',
};

/** Stores that live on the application's machine: a systemd unit each, and a daily backup that leaves the machine. */
export const storeUnits = (design: Design, system: string): readonly Artefact[] =>
  localStores(design)
    .filter(({ component }) => component.option?.endsWith('-on-app-server') ?? false)
    .flatMap((store) => [service(store, system), ...backup(store, system)]);

function service({ component, image, local }: LocalStore, system: string): Artefact {
  const name = `${system}-${slug(component.id)}`;
  // Where no version is known, the environment file names the image.
  const known = !image.includes('${');
  const run = [
    `/usr/bin/podman run --rm --replace --name=${name} --cap-drop=all --cap-add=chown,dac_override,fowner,setgid,setuid --security-opt=no-new-privileges`,
    `--env-file=/etc/${system}/${slug(component.id)}.env --publish=127.0.0.1:${local.port}:${local.port}`,
    ...(local.data === undefined ? [] : [`--volume=/var/lib/${system}/${slug(component.id)}:${local.data}:Z`]),
    known ? `docker.io/${image.includes('/') ? '' : 'library/'}${image}` : '${STORE_IMAGE}',
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
