import { NOTHING, type ReleaseCommands } from './types.ts';

/** Release commands of this platform. */
export const machine: ReleaseCommands = {
  tools: ['ssh'],
  variables: ['HOSTS'],
  steps: [100],
  migrate: ['ssh "deploy@${HOSTS%% *}" sudo "/usr/local/bin/$SYSTEM-switch" migrate "$image"'],
  current: ['ssh "deploy@${HOSTS%% *}" cat "/etc/$SYSTEM/$1.image"'],
  prepare: [
    'local host',
    'for host in $HOSTS; do',
    '  ssh "deploy@$host" sudo "/usr/local/bin/$SYSTEM-switch" "$1" "$image"',
    'done',
  ],
  shift: NOTHING,
  restore: ['local host', 'for host in $HOSTS; do ssh "deploy@$host" sudo "/usr/local/bin/$SYSTEM-switch" "$1" "$2"; done'],
  note: 'One machine after the other: `switch` pulls the image by digest, restarts the unit, waits for readiness and puts the old image back itself when that fails.',
};
