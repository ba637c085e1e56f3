import * as z from 'zod';

/**
 * The part of GitLab's pipeline language that is written here; anything else is an unknown key.
 *
 * @source https://docs.gitlab.com/ci/yaml/ and the schema at
 * https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/assets/javascripts/editor/schema/ci.json, read 2026-11-30
 */
const script = z.union([z.string(), z.array(z.string()).min(1)]);
const duration = z.string().regex(/^(?:\d+\s*(?:s|m|h|d|w|second|minute|hour|day|week)s?\s*)+$/, 'is no duration');
const when = z.enum(['on_success', 'on_failure', 'never', 'always', 'manual', 'delayed']);
const text = z.union([z.string(), z.number(), z.boolean()]);
const image = z.union([
  z.string(),
  z.strictObject({ name: z.string(), entrypoint: z.array(z.string()).optional(), pull_policy: z.string().optional() }),
]);
const service = z.union([
  z.string(),
  z.strictObject({
    name: z.string(),
    alias: z.string().optional(),
    command: z.array(z.string()).optional(),
    variables: z.record(z.string(), text).optional(),
  }),
]);
const rules = z.array(
  z.strictObject({
    if: z.string().optional(),
    changes: z.array(z.string()).optional(),
    exists: z.array(z.string()).optional(),
    when: when.optional(),
    allow_failure: z.boolean().optional(),
    variables: z.record(z.string(), text).optional(),
  }),
);

export const jobSchema = z.strictObject({
  stage: z.string().optional(),
  image: image.optional(),
  services: z.array(service).optional(),
  script: script.optional(),
  before_script: script.optional(),
  after_script: script.optional(),
  variables: z.record(z.string(), text).optional(),
  rules: rules.optional(),
  needs: z
    .array(
      z.union([
        z.string(),
        z.strictObject({ job: z.string(), artifacts: z.boolean().optional(), optional: z.boolean().optional() }),
      ]),
    )
    .optional(),
  dependencies: z.array(z.string()).optional(),
  environment: z
    .union([
      z.string(),
      z.strictObject({
        name: z.string(),
        url: z.string().optional(),
        on_stop: z.string().optional(),
        action: z.enum(['start', 'prepare', 'stop', 'verify', 'access']).optional(),
        deployment_tier: z.enum(['production', 'staging', 'testing', 'development', 'other']).optional(),
      }),
    ])
    .optional(),
  resource_group: z.string().optional(),
  timeout: duration.optional(),
  when: when.optional(),
  allow_failure: z.boolean().optional(),
  interruptible: z.boolean().optional(),
  retry: z
    .union([
      z.int().min(0).max(2),
      z.strictObject({ max: z.int().min(0).max(2), when: z.union([z.string(), z.array(z.string())]).optional() }),
    ])
    .optional(),
  id_tokens: z.record(z.string(), z.strictObject({ aud: z.union([z.string(), z.array(z.string())]) })).optional(),
  artifacts: z
    .strictObject({
      paths: z.array(z.string()).optional(),
      reports: z
        .strictObject({
          dotenv: z.union([z.string(), z.array(z.string())]).optional(),
          cyclonedx: z.union([z.string(), z.array(z.string())]).optional(),
          container_scanning: z.string().optional(),
          junit: z.string().optional(),
        })
        .optional(),
      expire_in: z.string().optional(),
      when: z.enum(['on_success', 'on_failure', 'always']).optional(),
    })
    .optional(),
  cache: z.unknown().optional(),
  tags: z.array(z.string()).optional(),
  extends: z.union([z.string(), z.array(z.string())]).optional(),
});

export const pipelineSchema = z
  .strictObject({
    stages: z.array(z.string()).min(1).optional(),
    workflow: z
      .strictObject({ name: z.string().optional(), rules: rules.optional(), auto_cancel: z.unknown().optional() })
      .optional(),
    include: z
      .array(
        z.union([
          z.string(),
          z.strictObject({ template: z.string() }),
          z.strictObject({ local: z.string() }),
          z.strictObject({ component: z.string(), inputs: z.record(z.string(), z.unknown()).optional() }),
        ]),
      )
      .optional(),
    variables: z.record(z.string(), text).optional(),
    default: z.unknown().optional(),
  })
  .catchall(jobSchema);

export type Pipeline = z.infer<typeof pipelineSchema>;
export type Job = z.infer<typeof jobSchema>;
