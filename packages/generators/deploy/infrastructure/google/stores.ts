import { slug } from '@archwright/kernel';
import type { Component, Design } from '@archwright/model';
import { isSelfRun } from '../../platform.ts';
import { knownVersion } from '../../versions.ts';
import { one, reference, resource, template, variable, type Variable } from '../resource.ts';
import { identifier, type Made } from '../shared.ts';

/** Managed services by technology; their tier is chosen on the cost sheet. */
export function googleStore(component: Component, design: Design, system: string): readonly Made[] {
  if (isSelfRun(component.option)) return [];
  const name = identifier(slug(component.id));
  const label = `${system}-${slug(component.id)}`;
  const tier: Variable = { name: `${name}_tier`, description: `size of ${slug(component.id)}: as the cost sheet names it` };
  const zonal = /(?:one-zone|small|basic)$/.test(component.option ?? '');
  switch (component.technologyId) {
    case 'cloud-sql':
    case 'postgresql': {
      if (component.kind !== 'database') return [];
      const version = knownVersion(design, 'postgresql')?.version.split('.')[0];
      const versionInput: Variable = {
        name: `${name}_version`,
        description: 'engine version, as POSTGRES_n: no evidence was found for one',
        ...(version !== undefined && { description: 'engine version', value: `POSTGRES_${version}` }),
      };
      return [
        {
          variables: [tier, versionInput],
          resources: [
            resource(
              'google_sql_database_instance',
              name,
              {
                name: label,
                region: variable('region'),
                database_version: variable(versionInput.name),
                deletion_protection: true,
                settings: one({
                  tier: variable(tier.name),
                  availability_type: zonal ? 'ZONAL' : 'REGIONAL',
                  disk_autoresize: true,
                  ip_configuration: one({
                    ipv4_enabled: false,
                    private_network: reference('google_service_networking_connection', 'services', 'network'),
                    ssl_mode: 'ENCRYPTED_ONLY',
                  }),
                  backup_configuration: one({ enabled: true, point_in_time_recovery_enabled: true }),
                }),
              },
              { keep: true },
            ),
          ],
        },
      ];
    }
    case 'redis':
    case 'valkey':
      return [
        {
          variables: [{ name: `${name}_gigabytes`, description: `memory of ${slug(component.id)}`, kind: 'number' }],
          resources: [
            resource('google_redis_instance', name, {
              name: label,
              region: variable('region'),
              tier: zonal ? 'BASIC' : 'STANDARD_HA',
              memory_size_gb: variable(`${name}_gigabytes`),
              authorized_network: reference('google_compute_network', 'main'),
              connect_mode: 'PRIVATE_SERVICE_ACCESS',
              auth_enabled: true,
              transit_encryption_mode: 'SERVER_AUTHENTICATION',
            }),
          ],
        },
      ];
    case 'gcs':
      return [
        {
          variables: [],
          resources: [
            resource(
              'google_storage_bucket',
              name,
              {
                name: template(variable('project'), `-${slug(component.id)}`),
                location: variable('region'),
                uniform_bucket_level_access: true,
                public_access_prevention: 'enforced',
                versioning: one({ enabled: true }),
              },
              { keep: true },
            ),
          ],
        },
      ];
    case 'pubsub':
      return [
        {
          variables: [],
          resources: [
            resource('google_pubsub_topic', name, { name: label }),
            resource('google_pubsub_topic', `${name}_aside`, { name: `${label}-aside` }),
            resource('google_pubsub_subscription', name, {
              name: label,
              topic: reference('google_pubsub_topic', name),
              ack_deadline_seconds: 60,
              dead_letter_policy: one({
                dead_letter_topic: reference('google_pubsub_topic', `${name}_aside`),
                max_delivery_attempts: 5,
              }),
              retry_policy: one({ minimum_backoff: '10s' }),
            }),
          ],
        },
      ];
    default:
      return [];
  }
}
