import type { Artefact, Design } from '@archwright/model';
import { oneLine } from '../escape/plain.ts';
import { textFile } from '../operate/files.ts';
import { DRAIN_SECONDS } from './environment.ts';
import { platformOf } from './platform.ts';
import { runtimeOf } from './runtime.ts';
import { knownVersion, versionVariable } from './versions.ts';

/** Runs as nobody in particular; platforms that check for non-root need the number. */
const USER = '65532:65532';

/** `deploy/Dockerfile`: one image for all units; dependencies, build, test and a runtime stage without build tools. */
export function dockerfile(design: Design): Artefact {
  const runtime = runtimeOf(design);
  const variable = versionVariable(runtime.technology === 'nodejs' ? 'node' : runtime.technology);
  const known = knownVersion(design, runtime.technology);
  const functions = platformOf(design).id === 'lambda';
  const port = design.architecture.units.find((unit) => unit.port !== undefined)?.port;
  return textFile('deploy/Dockerfile', 'text/x-dockerfile', 'Container image', [
    '# syntax=docker/dockerfile:1',
    `# Image of ${oneLine(design.title)}. Build from the root of the repository: docker build -f deploy/Dockerfile .`,
    known ? `# Version: ${known.note}.` : '# Version unverified: no evidence was found, so the build asks for it (--build-arg).',
    `ARG ${variable}${known ? `=${known.version}` : ''}`,
    // A version with no default must still be declared for the function adapter's stage.
    functions && 'ARG LAMBDA_ADAPTER_VERSION',
    functions && 'FROM public.ecr.aws/awsguru/aws-lambda-adapter:${LAMBDA_ADAPTER_VERSION} AS function-adapter',
    '',
    `FROM ${runtime.image}:\${${variable}}${runtime.baseTag} AS base`,
    'WORKDIR /app',
    '',
    runtime.stages,
    '',
    runtime.final,
    functions && '# The adapter turns function events into HTTP calls, so that the same image runs everywhere.',
    functions && 'COPY --from=function-adapter /lambda-adapter /opt/extensions/lambda-adapter',
    functions && `ENV AWS_LWA_PORT=${port ?? 8080} AWS_LWA_READINESS_CHECK_PATH=/readyz`,
    `ENV HEALTH_PORT=${port ?? 8080}`,
    `USER ${USER}`,
    port !== undefined && `EXPOSE ${port}`,
    'STOPSIGNAL SIGTERM',
    `# On SIGTERM a unit stops taking work, finishes what it has within ${DRAIN_SECONDS} s and exits.`,
    `HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 CMD ${JSON.stringify(runtime.health)}`,
    `ENTRYPOINT ${JSON.stringify(runtime.entrypoint)}`,
  ]);
}

/** `deploy/.dockerignore`, named so that BuildKit takes it together with the Dockerfile. */
export const dockerignore = (design: Design): Artefact =>
  textFile('deploy/Dockerfile.dockerignore', 'text/plain', 'What the image must not contain', [
    '.git',
    '.github',
    '.gitlab-ci.yml',
    // Patterns match from the root of the build only, unless they begin with two stars.
    '**/.env*',
    '**/*.pem',
    '**/*.key',
    '**/.terraform',
    '**/*.tfstate*',
    'deploy',
    'operate',
    'docs',
    runtimeOf(design).ignore,
  ]);
