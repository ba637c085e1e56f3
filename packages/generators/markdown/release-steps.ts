import type { Artefact } from '@archwright/model';

/** How a release moves, as the files of the design do it. */
export interface ReleaseSteps {
  readonly file: string;
  /** Shares of the traffic in percent, in order; one step of 100 means instances are replaced in place. */
  readonly shares: readonly number[];
  /** Units in the order they are released; empty where the file does not say. */
  readonly order: readonly string[];
  /** Alerts that take a release back. */
  readonly alerts: readonly string[];
  /** Minutes between two steps. */
  readonly watchMinutes?: string;
  /** What the platform does while instances change. */
  readonly note: string;
}

const SCRIPT = 'deploy/release.sh';

/**
 * Reads the release script, or the canary of the cluster where a controller releases, so that the text cannot promise a
 * step the files do not have.
 */
export function releaseSteps(artefacts: readonly Artefact[]): ReleaseSteps | undefined {
  const script = artefacts.find(({ path }) => path === SCRIPT);
  return script ? fromScript(script.content) : fromCanary(artefacts);
}

function fromScript(content: string): ReleaseSteps {
  const words = (name: string, between: string): readonly string[] => {
    const line = content.split('\n').find((one) => one.startsWith(`${name}=`)) ?? '';
    return line
      .slice(name.length + 1)
      .replace(/^["']|["']$/g, '')
      .split(between)
      .filter((word) => word !== '');
  };
  const comments = content
    .split('\n')
    .slice(1, 6)
    .filter((line) => line.startsWith('# '));
  const watchMinutes = /:-(\d{1,4})\}/.exec(words('WATCH_MINUTES', '\n')[0] ?? '')?.[1];
  return {
    file: SCRIPT,
    shares: words('STEPS', ' ').map(Number).filter(Number.isFinite),
    order: words('UNITS', ' '),
    alerts: words('GATE_ALERTS', '|'),
    ...(watchMinutes !== undefined && { watchMinutes }),
    note: comments[2]?.slice(2) ?? '',
  };
}

/** Argo Rollouts writes `setWeight` for each step, Flagger a `stepWeight` up to `maxWeight`. */
function fromCanary(artefacts: readonly Artefact[]): ReleaseSteps | undefined {
  for (const { path, content } of artefacts) {
    if (!/^deploy\/.{1,200}\.ya?ml$/.test(path)) continue;
    const set = [...content.matchAll(/\bsetWeight: (\d{1,3})\b/g)].map(([, share]) => Number(share));
    const [step, most] = ['stepWeight', 'maxWeight'].map((key) =>
      Number(new RegExp(`\\b${key}: (\\d{1,3})\\b`).exec(content)?.[1] ?? 0),
    );
    const shares =
      set.length > 0
        ? set
        : step! > 0
          ? Array.from({ length: Math.floor(most! / step!) }, (_, index) => step! * (index + 1))
          : [];
    if (shares.length === 0) continue;
    const alerts = /alertname=~\\?"([^"\\]{1,4000})/.exec(content)?.[1]?.split('|') ?? [];
    return { file: path, shares: [...new Set(shares)], order: [], alerts, note: '' };
  }
  return undefined;
}
