import type { Design } from '@archwright/model';

/** What differs between languages in a container image. */
export interface Runtime {
  /** Technology id whose version the base image carries. */
  readonly technology: string;
  readonly image: string;
  /** First word of a complete command; any other command is a set of arguments to the entry point. */
  readonly binary: string;
  readonly entrypoint: readonly string[];
  /** Stages `dependencies`, `build` and `test`, from `FROM base`. */
  readonly stages: readonly string[];
  readonly baseTag: string;
  /** Lines of the final stage, from its FROM. */
  readonly final: readonly string[];
  /** Probe inside the container; a shell is not assumed. */
  readonly health: readonly string[];
  readonly ignore: readonly string[];
}

const node: Runtime = {
  technology: 'nodejs',
  image: 'node',
  baseTag: '-slim',
  binary: 'node',
  entrypoint: ['node', 'dist/main.js'],
  stages: [
    'FROM base AS dependencies',
    'COPY package.json package-lock.json ./',
    'RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts',
    '',
    'FROM dependencies AS build',
    'COPY . .',
    'RUN npm run build',
    '',
    'FROM build AS test',
    'RUN npm run lint && npm test',
    '',
    'FROM dependencies AS production-dependencies',
    'RUN npm prune --omit=dev',
  ],
  final: [
    'FROM base AS runtime',
    'ENV NODE_ENV=production',
    'COPY --from=production-dependencies /app/node_modules ./node_modules',
    'COPY --from=build /app/package.json ./',
    'COPY --from=build /app/dist ./dist',
  ],
  health: [
    'node',
    '-e',
    "fetch('http://127.0.0.1:'+process.env.HEALTH_PORT+'/livez').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))",
  ],
  ignore: ['**/node_modules', '**/dist', '**/coverage', '**/npm-debug.log*'],
};

const python: Runtime = {
  technology: 'python',
  image: 'python',
  baseTag: '-slim',
  binary: 'python',
  entrypoint: ['python', '-m', 'app'],
  stages: [
    'FROM base AS build',
    'RUN python -m venv /venv',
    'ENV PATH=/venv/bin:$PATH',
    'COPY requirements.txt ./',
    'RUN --mount=type=cache,target=/root/.cache/pip pip install --require-hashes -r requirements.txt',
    'COPY app ./app',
    '',
    'FROM build AS test',
    'COPY . .',
    'RUN --mount=type=cache,target=/root/.cache/pip pip install --require-hashes -r requirements-dev.txt',
    'RUN ruff check . && pytest',
  ],
  final: [
    'FROM base AS runtime',
    'ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1',
    'COPY --from=build /venv /venv',
    'COPY --from=build /app/app ./app',
  ],
  health: [
    'python',
    '-c',
    "import os,urllib.request as r;r.urlopen('http://127.0.0.1:'+os.environ['HEALTH_PORT']+'/livez',timeout=2)",
  ],
  ignore: ['**/__pycache__', '**/*.pyc', '**/.venv', '**/.pytest_cache', '**/.ruff_cache'],
};

const go: Runtime = {
  technology: 'go',
  image: 'golang',
  baseTag: '-alpine',
  binary: '/service',
  entrypoint: ['/service'],
  stages: [
    'FROM base AS dependencies',
    'RUN apk add --no-cache ca-certificates',
    'COPY go.mod go.sum ./',
    'RUN --mount=type=cache,target=/go/pkg/mod go mod download && go mod verify',
    '',
    'FROM dependencies AS build',
    'COPY . .',
    'RUN --mount=type=cache,target=/root/.cache/go-build CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /service .',
    '',
    'FROM build AS test',
    'RUN --mount=type=cache,target=/root/.cache/go-build go vet ./... && go test ./...',
  ],
  final: [
    'FROM scratch AS runtime',
    'COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/',
    'COPY --from=build /service /service',
  ],
  // An image without a shell probes itself: the binary has a subcommand for it.
  health: ['/service', 'healthcheck'],
  ignore: ['**/*.test', '**/*.out'],
};

const rust: Runtime = {
  technology: 'rust',
  image: 'rust',
  baseTag: '-alpine',
  binary: '/service',
  entrypoint: ['/service'],
  stages: [
    'FROM base AS build',
    'RUN apk add --no-cache musl-dev ca-certificates',
    'COPY . .',
    'RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build --release --locked && cp target/release/service /service',
    '',
    'FROM build AS test',
    'RUN rustup component add clippy && cargo clippy --locked -- -D warnings && cargo test --locked',
  ],
  final: [
    'FROM scratch AS runtime',
    'COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/',
    'COPY --from=build /service /service',
  ],
  health: ['/service', 'healthcheck'],
  ignore: ['**/target'],
};

const java: Runtime = {
  technology: 'java',
  image: 'eclipse-temurin',
  baseTag: '-jdk',
  binary: 'java',
  entrypoint: ['java', '-XX:MaxRAMPercentage=75', '-jar', 'app.jar'],
  stages: [
    'FROM base AS build',
    'COPY . .',
    'RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -DskipTests package && cp target/*.jar /app/app.jar',
    '',
    'FROM build AS test',
    'RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp verify',
  ],
  final: ['FROM eclipse-temurin:${JAVA_VERSION}-jre AS runtime', 'WORKDIR /app', 'COPY --from=build /app/app.jar ./app.jar'],
  health: [
    'bash',
    '-c',
    'exec 3<>/dev/tcp/127.0.0.1/$HEALTH_PORT && printf "GET /livez HTTP/1.0\\r\\n\\r\\n" >&3 && grep -q " 200" <&3',
  ],
  ignore: ['**/target', 'build', '**/.gradle'],
};

const RUNTIMES = [node, python, go, java, rust];

/** The runtime of the language decision; where none was made, of whatever a service component names. */
export function runtimeOf(design: Design): Runtime {
  const decided = design.decisions.find(({ id }) => id === 'language')?.technologies ?? [];
  const drawn = design.architecture.components.flatMap(({ kind, technologyId }) =>
    kind === 'service' && technologyId !== undefined ? [technologyId] : [],
  );
  return (
    [...decided, ...drawn]
      .map((id) => RUNTIMES.find(({ technology }) => technology === id))
      .find((found) => found !== undefined) ?? node
  );
}
