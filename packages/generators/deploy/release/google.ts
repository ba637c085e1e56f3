import type { ReleaseCommands } from './types.ts';

/** Release commands of this platform. */
export const cloudRun: ReleaseCommands = {
  tools: ['gcloud'],
  variables: ['PROJECT', 'REGION'],
  steps: [10, 50, 100],
  migrate: [
    'gcloud run jobs update "$SYSTEM-migrate" --project "$PROJECT" --region "$REGION" --image "$image"',
    'gcloud run jobs execute "$SYSTEM-migrate" --project "$PROJECT" --region "$REGION" --wait',
  ],
  current: [
    'gcloud run services describe "$SYSTEM-$1" --project "$PROJECT" --region "$REGION" --format "value(status.traffic[0].revisionName)"',
  ],
  prepare: [
    'gcloud run services update "$SYSTEM-$1" --project "$PROJECT" --region "$REGION" --image "$image" --no-traffic --tag candidate',
  ],
  shift: ['gcloud run services update-traffic "$SYSTEM-$1" --project "$PROJECT" --region "$REGION" --to-tags "candidate=$2"'],
  restore: ['gcloud run services update-traffic "$SYSTEM-$1" --project "$PROJECT" --region "$REGION" --to-revisions "$2=100"'],
  note: 'Traffic moves between revisions; the old revision stays ready.',
};
