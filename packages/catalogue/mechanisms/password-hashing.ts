import { assumption, fact, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'password-hashing',
  name: 'Password storage: salted hash (argon2id)',
  problem: 'A stolen table of {{users}} passwords is attacked offline. With a fast hash one machine tries {{fastGuesses}}; a salted hash (argon2id) of {{memoryCost}} a guess lowers that by a factor of {{slowdown}}. The same cost falls on us at sign-in: {{hashingCores}} cores at peak.',
  when: { formula: 'users', reason: 'people sign in with a password' },
  structure: 'credential(user_id, kind, password_hash text, changed_at, failed_count, locked_until): the hash string carries algorithm, parameters and a random salt per password; a pepper (keyed hash before it) lives in the key service, not in the store. Passkeys stand beside it as another kind.',
  steps: [
    'Sign-up and change: length of at least {{shortest}} characters, no composition rules, refused when on a list of leaked passwords.',
    'HMAC with the pepper, then argon2id with a random salt, {{memoryCost}} of memory, {{passes}} passes, one lane.',
    'Sign-in: look up, hash, compare in constant time; for unknown names hash a dummy, so that time says nothing.',
    'At most {{concurrentHashes}} hashes at once per instance: a semaphore, and `503` beyond it.',
    'Failures are limited per account and per address with growing delays; the account is not locked for ever by strangers.',
    'After a successful sign-in with old parameters the password is hashed again with the present ones.',
  ],
  parameters: {
    memory: fact('argon2id memory', 19_922_944, 'B', { title: 'OWASP Password Storage Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html', asOf: 'undated', confidence: 'B' }),
    passCount: fact('argon2id passes', 2, 'count', { title: 'OWASP Password Storage Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html', asOf: 'undated', confidence: 'B' }),
    shortestLength: fact('shortest password where it is the only factor', 15, 'count', { title: 'NIST SP 800-63B-4, Authentication and authenticator management', url: 'https://pages.nist.gov/800-63-4/sp800-63b.html', asOf: '2025-07', confidence: 'B' }),
    hashSeconds: assumption('time of one hash on one core', interval(0.02, 0.04, 0.1), 's', 'server cores; calibrate on the real machine'),
    signInsPerUser: assumption('sign-ins of an active user a day', interval(0.05, 0.2, 1), 'count', 'sessions last days'),
    peakShare: assumption('share of a day’s sign-ins in the busiest minute', interval(0.002, 0.005, 0.05), 'ratio', 'start of work or of an event'),
    fastRate: assumption('fast unsalted hashes a second on one attacking machine', interval(1e9, 1e10, 1e11), '1/s', 'graphics cards; order of magnitude'),
    attackRate: assumption('argon2id guesses a second on the same machine', interval(300, 1500, 5000), '1/s', 'bound by memory bandwidth'),
    instanceMemory: assumption('memory an instance may spend on hashing', 400e6, 'B', 'half of a small container'),
  },
  computed: [
    { id: 'memoryCost', label: 'memory a hash', unit: 'B', formula: 'memory', meaning: 'what an attacker must pay for each guess at once' },
    { id: 'passes', label: 'passes', unit: 'count', formula: 'passCount', meaning: 'over that memory' },
    { id: 'shortest', label: 'shortest password', unit: 'count', formula: 'shortestLength', meaning: 'characters; fewer with a second factor' },
    { id: 'fastGuesses', label: 'guesses of a fast hash', unit: '1/s', formula: 'fastRate', meaning: 'one machine' },
    { id: 'slowdown', label: 'fewer guesses', unit: 'count', formula: 'fastRate / attackRate', meaning: 'same machine' },
    { id: 'signInPeak', label: 'sign-ins at peak', unit: '1/s', formula: 'dailyUsers * signInsPerUser * peakShare / (60 * oneSecond)', meaning: 'busiest minute' },
    { id: 'hashingCores', label: 'cores for hashing at peak', unit: 'count', formula: 'signInPeak * hashSeconds', meaning: 'beside everything else' },
    { id: 'concurrentHashes', label: 'hashes at once an instance', unit: 'count', formula: 'max(1, floor(instanceMemory / memory))', meaning: 'or a burst of sign-ins ends in a kill for memory' },
    { id: 'instanceSignIns', label: 'sign-ins one core serves', unit: '1/s', formula: '1 / hashSeconds', meaning: 'ceiling' },
  ],
  tradeOff: 'A guess costs the attacker {{slowdown}} times more; a sign-in costs us {{hashingCores}} cores at peak and {{memoryCost}} while it runs, which is itself a way to overload us.',
  rejected: { alternative: 'bcrypt', because: 'sound and everywhere, but cheap in memory, so graphics cards help the attacker, and it ignores what follows the first seventy-two bytes; keep it only where a system has it already' },
  edgeCase: { case: 'raising the cost leaves old, cheap hashes of people who never come back, and those are the ones that get cracked', cure: 'wrap them at once: argon2id over the stored old hash, marked as wrapped; unwrapped at the next sign-in' },
  snippet: { language: 'typescript', code: `const parameters = { type: argon2id, memoryCost: 19_456 /* KiB */, timeCost: 2, parallelism: 1 };
const peppered = createHmac('sha256', pepper).update(password.normalize('NFKC')).digest();
const stored = await hash(peppered, parameters);            // $argon2id$v=19$m=19456,t=2,p=1$salt$hash
const ok = await verify(stored, peppered);                  // constant time` },
  sources: [{ title: 'RFC 9106, Argon2 memory-hard function for password hashing', url: 'https://www.rfc-editor.org/rfc/rfc9106', asOf: '2021-09', confidence: 'B' }, { title: 'OWASP Password Storage Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html', asOf: 'undated', confidence: 'B' }, { title: 'NIST SP 800-63B-4, Authentication and authenticator management', url: 'https://pages.nist.gov/800-63-4/sp800-63b.html', asOf: '2025-07', confidence: 'B' }],
});
