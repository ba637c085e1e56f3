const MASK = '••••';
const SHORTEST_SECRET = 6;
/** Keys that a provider echoes back cut short, and headers. */
const LOOKS_LIKE_KEY = /\b(?:sk-[\w-]{3,}[\w*.…-]*|AIza[\w-]{10,}|Bearer [\w.~+/=-]{6,})/g;

/** Takes the given secrets, whole, URL-encoded or in JSON, and whatever looks like a key out of a text. */
export function redactor(secrets: readonly (string | undefined)[]): (text: string) => string {
  const known = [...new Set(secrets)].filter((one): one is string => one !== undefined && one.length >= SHORTEST_SECRET);
  const forms = known.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  const longest = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return (text) => longest.reduce((so, secret) => so.replaceAll(secret, MASK), text).replace(LOOKS_LIKE_KEY, MASK);
}
