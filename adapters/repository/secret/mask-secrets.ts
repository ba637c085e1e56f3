/** Stands for a secret: plain text in YAML, JSON, TOML, Markdown and HTML alike. */
export const MASK = '••••';

export interface Masked {
  readonly text: string;
  readonly count: number;
}

/**
 * What a secret looks like. Every pattern is a fixed prefix or key word followed by one run, so the work is
 * linear. (A run with a bound in the thousands is unrolled by the compiler of patterns, which costs more than it saves.) `$1` and `$3` are kept, what stands between them is the secret.
 */
const SECRETS: readonly RegExp[] = [
  // A password inside a connection URL; the user name goes too, it is half of a credential.
  /\b([a-z][a-z0-9+.-]{1,20}:\/\/)([^\s/"'`<>]{1,200})(@)/gi,
  // AWS, GitHub, GitLab, Slack, Stripe, Google, OpenAI, Anthropic, npm, SendGrid, Twilio, PyPI, Hugging Face, DigitalOcean.
  /(\b|_)((?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16})(\b)/g,
  /(\b)((?:gh[opusr]_|github_pat_|glpat-|xox[abeoprs]-|sk_live_|sk_test_|rk_live_|pk_live_|whsec_|AIza|sk-|npm_|SG\.|AC[0-9a-f]{8}|pypi-|hf_|dop_v1_|shpat_|eyJ)[A-Za-z0-9_.-]{16,})()/g,
  // `Authorization: Bearer ...`
  /(\b(?:Bearer|Basic)[ ])([A-Za-z0-9_.~+/=-]{16,})()/g,
];

/** `password: x`, `API_KEY="x"`, `<password>x</password>`; a reference such as `${DB_PASSWORD}` or `var.token` is none. */
const NAMED_SECRET =
  /((?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|api[_-]?key|apikey|access[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|client[_-]?secret|account[_-]?key|connection[_-]?string)(?:[_-]?(?:id|key|value|hash|base64))?["'`]?[ ]?(?::|=|>)[ ]?["'`]?)((?<=")[^"\n]{3,}|(?<=')[^'\n]{3,}|[^\s"'`<>,;{}()\x5b\x5d]{3,})/gi;
const REFERENCE =
  /^(?:\$[{(]|\$[a-z_]{2,60}$|var\.|local\.|data\.|module\.|process\.|env\.|os\.|secrets?\.|vault[:/]|arn:|(?:true|false|null|none|yes|no|string|required|optional)$|[\^~]?\d{1,6}(?:\.\d{1,6}){1,3}$|%[a-z_]{2,60}%$|•|\/run\/secrets|.{0,3}$)/i;
/** In prose, `is` may stand for the colon; a value there has a digit in it. */
const SPOKEN_SECRET =
  /(\b(?:password|passphrase|secret|token|api key|access key) is ["'`]?)(?=[^\s"'`]{0,60}\d)([^\s"'`<>,;]{6,})/gi;
const PRIVATE_KEY_BEGIN = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY/;
const PRIVATE_KEY_END = /-----END [A-Z ]{0,30}PRIVATE KEY/;
/** Long runs without words in them: hex, base64. A digest names public content. */
const LONG_RUN = /(sha(?:1|256|384|512)[:-])?([A-Za-z0-9+/_=-]{40,})/g;
const LONGEST_KEY_LINES = 200;

/** Replaces secrets before anything else sees the text; lines stay where they are. */
export function maskSecrets(text: string): Masked {
  let count = 0;
  const mask = (kept: string, rest = ''): string => {
    count++;
    return `${kept}${MASK}${rest}`;
  };
  const withoutKeys = maskKeyBlocks(text, () => count++);
  const patterned = SECRETS.reduce(
    (so, pattern) => so.replace(pattern, (_, before: string, secret: string, after: string) => mask(before, after)),
    withoutKeys,
  );
  const named = patterned.replace(NAMED_SECRET, (all, name: string, value: string) => (REFERENCE.test(value) ? all : mask(name)));
  const spoken = named.replace(SPOKEN_SECRET, (_, words: string) => mask(words));
  const masked = spoken.replace(LONG_RUN, (all, digest: string | undefined, run: string) =>
    digest !== undefined || !isRandom(run) ? all : mask(''),
  );
  return { text: masked, count };
}

/** Digits and both cases, or nothing but hex, and no path or hyphenated name. */
function isRandom(run: string): boolean {
  if (/^[0-9a-f]+$/i.test(run)) return /\d/.test(run) && /[a-f]/i.test(run);
  return /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run) && run.split(/[/_-]/).some((part) => part.length >= 24);
}

/** PEM private keys, line by line. */
function maskKeyBlocks(text: string, found: () => void): string {
  if (!PRIVATE_KEY_BEGIN.test(text)) return text;
  let left = 0;
  const lines = text.split('\n').map((line) => {
    if (PRIVATE_KEY_BEGIN.test(line)) {
      found();
      // A key on one line, with `\n` written out, ends where it begins.
      left = PRIVATE_KEY_END.test(line) ? 0 : LONGEST_KEY_LINES;
      return `${line.slice(0, line.search(PRIVATE_KEY_BEGIN))}${MASK}`;
    }
    if (left === 0) return line;
    left = PRIVATE_KEY_END.test(line) ? 0 : left - 1;
    return line.replace(/\S.*$/, MASK);
  });
  return lines.join('\n');
}

/** An environment file holds nothing but settings: of each only the scheme of a URL is kept. */
export function maskEnvironment(text: string): Masked {
  let count = 0;
  const lines = text.split('\n').map((line) => {
    const equals = line.indexOf('=');
    if (equals < 0 || line.startsWith('#') || equals === line.trimEnd().length - 1)
      return line.startsWith('#') ? '#' : line.slice(0, equals + 1);
    count++;
    return `${line.slice(0, equals + 1)}${/^["']?([a-z][a-z0-9+]{2,20}:\/\/)/i.exec(line.slice(equals + 1))?.[1] ?? ''}${MASK}`;
  });
  return { text: lines.join('\n'), count };
}
