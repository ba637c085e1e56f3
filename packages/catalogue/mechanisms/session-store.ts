import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'session-store',
  name: 'Sessions: short access token, rotating refresh token',
  problem: 'A signed token that lives {{longLife}} cannot be taken back; a session looked up on each of {{requestPeak}} requests puts every request behind one store. With {{dailyUsers}} users a day a stolen token must be worth little.',
  when: { formula: 'dailyUsers * requestPeak', reason: 'people sign in' },
  structure: 'session(id uuid, user_id, refresh_hash bytea, family_id, created_at, last_used_at, expires_at, device, revoked_at), index on user_id; access token (JWT) of {{accessLife}} with session id, tenant and key id; a small set of revoked session ids in memory for {{accessLife}}.',
  steps: [
    'Sign-in creates the session; the refresh token is random, only its SHA-256 hash is stored; in browsers it is a cookie with HttpOnly, Secure and SameSite.',
    'APIs check the access token’s signature, audience, expiry, and the revoked set: no store on the path.',
    'Refresh: conditional update replaces the hash and returns a new pair; {{refreshRate}} at peak.',
    'A refresh token that was replaced before comes again: it was stolen; the whole family is revoked.',
    'Sign-out and “all devices” mark sessions revoked and publish their ids to the revoked set.',
    'Idle for {{idleLife}} or older than {{longLife}}: sign in again; risky actions ask for a fresh factor.',
    'Signing keys rotate with overlap; verifiers fetch the key set by key id.',
  ],
  parameters: {
    accessSeconds: assumption('life of an access token', interval(300, 600, 900), 's', 'the time a stolen one works after a missed revocation'),
    idleSeconds: assumption('idle limit', interval(900, 604_800, 1_209_600), 's', 'minutes in banking and health care, weeks in consumer apps; the compliance regime may fix it'),
    absoluteSeconds: assumption('absolute limit', interval(43_200, 2_592_000, 7_776_000), 's', 'half a day to a season'),
    sessionsPerUser: assumption('sessions of a user', interval(1, 2, 4), 'count', 'phone and laptop'),
    sessionBytes: assumption('session with indexes', 400, 'B', 'row, two indexes'),
    activeShare: assumption('share of daily users active at peak', interval(0.05, 0.1, 0.3), 'ratio', 'the busiest hour'),
    revokedShare: assumption('share of sessions revoked a day', 0.02, 'ratio', 'sign-outs and password changes'),

    revokedBytes: assumption('memory of a revoked id', interval(90, 140, 180), 'B', 'hash entry, skip list node, id'),
    pollers: assumption('processes that read the revoked set', interval(2, 6, 40), 'count', 'every instance of the API'),
    pollSeconds: assumption('interval at which they read it', 1, 's', 'how long a revocation takes to reach everybody'),
  },
  computed: [
    { id: 'accessLife', label: 'life of an access token', unit: 's', formula: 'accessSeconds', meaning: 'also the memory of the revoked set' },
    { id: 'idleLife', label: 'idle limit', unit: 's', formula: 'idleSeconds', meaning: 'then sign in again' },
    { id: 'longLife', label: 'absolute limit', unit: 's', formula: 'absoluteSeconds', meaning: 'of a session' },
    { id: 'sessions', label: 'sessions', unit: 'count', formula: 'users * sessionsPerUser', meaning: 'rows at most' },
    { id: 'sessionStoreBytes', label: 'session store', unit: 'B', formula: 'sessions * sessionBytes', meaning: 'in the primary store' },
    { id: 'refreshRate', label: 'refreshes at peak', unit: '1/s', formula: 'dailyUsers * activeShare / accessSeconds', meaning: 'one per active user and access life' },
    { id: 'lookupsSaved', label: 'look-ups saved', unit: '1/s', formula: 'max(0, requestPeak - refreshRate)', meaning: 'against a session read on each request' },
    { id: 'revokedSet', label: 'ids in the revoked set', unit: 'count', formula: 'sessions * revokedShare * accessSeconds / (86400 * oneSecond)', meaning: 'small enough for every process' },
  ],
  inMemory: [
    {
      id: 'revoked', pattern: 'sessions:revoked', type: 'zset', holds: 'ids of sessions that were taken back, by the second it happened',
      slot: 'one small key, read whole: nothing to keep together', sample: { session: '018f3c1e-7b2a-7c4d-9e5f' },
      write: ['ZADD <key> 1796083200 <session>-<n>', 'ZREMRANGEBYSCORE <key> -inf (1796082600'], read: ['ZRANGE <key> 1796083199 +inf BYSCORE'],
      expires: { never: 'each write drops the ids whose access tokens have expired meanwhile' },
      keys: '1', items: 'revokedSet', itemBytes: 'revokedBytes',
      hottest: { rate: '(pollers + revokedSet / max(accessSeconds / pollSeconds, 1)) / pollSeconds', share: '1', cure: 'one process a zone reads it and tells the others over their channel' },
      evictable: false, onLoss: 'it is filled again from the sessions revoked within the life of an access token; until then a stolen token works no longer than that life',
    },
  ],
  tradeOff: 'Requests need no session store ({{lookupsSaved}} look-ups saved), and a stolen access token works {{accessLife}} at most where the revoked set is missed; {{refreshRate}} refreshes write.',
  rejected: { alternative: 'long-lived signed tokens without a session', because: 'sign-out, password change and dismissal have no effect until {{longLife}} is over' },
  edgeCase: { case: 'two tabs refresh at the same moment: the second presents a token that was just replaced, looks like a thief, and the user is thrown out', cure: 'the replaced token stays valid for some seconds and returns the same new pair; only later reuse revokes the family' },
  snippet: { language: 'sql', code: `UPDATE session
   SET refresh_hash = $1, previous_hash = refresh_hash, rotated_at = now(), last_used_at = now()
 WHERE refresh_hash = $2 AND revoked_at IS NULL AND expires_at > now()
RETURNING id, user_id, family_id;
-- no row: is it a token replaced more than 10 s ago? then revoke the family
UPDATE session SET revoked_at = now()
 WHERE family_id = (SELECT family_id FROM session WHERE previous_hash = $1 AND rotated_at < now() - interval '10 seconds')
RETURNING id;` },
  sources: [{ title: 'OWASP Session Management Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html', asOf: 'undated', confidence: 'B' }, { title: 'NIST SP 800-63B-4, Authentication and authenticator management', url: 'https://pages.nist.gov/800-63-4/sp800-63b.html', asOf: '2025-07', confidence: 'B' }, { title: 'RFC 9700, Best current practice for OAuth 2.0 security', url: 'https://www.rfc-editor.org/rfc/rfc9700', asOf: '2025-01', confidence: 'B' }],
});
