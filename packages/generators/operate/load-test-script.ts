/**
 * The part of the script that is the same for every workload. It uses only what k6 has: open arrivals, so that a slow answer
 * does not thin out the load, and `asyncRequest`, which waits without holding up the event loop.
 */
export const SCRIPT = `/** @type {Record<string, (load: Load) => { duration: string, target: number }[]>} */
const PROFILES = {
  smoke: (load) => [{ duration: '1m', target: load.mean }],
  peak: (load) => [
    { duration: '2m', target: load.mean },
    { duration: '5m', target: load.peak },
    { duration: '10m', target: load.peak },
  ],
  trigger: (load) => [
    { duration: '2m', target: load.mean },
    { duration: '5m', target: load.peak },
    { duration: '10m', target: load.peak },
    { duration: '10m', target: load.trigger },
    { duration: '10m', target: load.trigger },
  ],
};
const profile = __ENV.PROFILE || 'smoke';
const stagesOf = PROFILES[profile];
if (!stagesOf) throw new Error('PROFILE must be one of ' + Object.keys(PROFILES).join(', '));
if (!__ENV.BASE_URL) throw new Error('BASE_URL is not set');
/** @type {Record<string, string[]>} */
const ids = JSON.parse(__ENV.IDS || '{}');
const run = __ENV.RUN || String(Date.now());

// A refusal to create the same thing twice is a correct answer.
http.setResponseCallback(http.expectedStatuses({ min: 200, max: 399 }, 409));

/** @type {import('k6/options').Options} */
export const options = {
  scenarios: Object.fromEntries(
    OPERATIONS.map((load, index) => [
      'operation_' + index,
      {
        executor: 'ramping-arrival-rate',
        startRate: load.mean,
        timeUnit: load.timeUnit,
        preAllocatedVUs: load.virtualUsers,
        maxVUs: load.virtualUsers * (profile === 'trigger' ? Math.ceil(load.trigger / load.peak) * 2 : 2),
        stages: stagesOf(load),
        env: { OPERATION: String(index) },
        tags: { operation: load.id },
      },
    ]),
  ),
  thresholds: Object.assign(
    { http_req_failed: ['rate<' + FAILED], dropped_iterations: ['count<1'] },
    ...OPERATIONS.filter((load) => load.targetMs > 0).map((load) => ({
      ['http_req_duration{operation:' + load.id + '}']: ['p(' + load.percentile + ')<' + load.targetMs],
    })),
  ),
};

/** @param {Load} load @returns {string} */
function address(load) {
  const path = load.path.replace(/\\{([^{}]+)\\}/g, (_, name) => {
    const known = __ENV.EXAMPLES ? [load.examples[name]] : ids[name];
    if (!known || known.length === 0) throw new Error('IDS holds no "' + name + '" for ' + load.path);
    return encodeURIComponent(known[exec.scenario.iterationInTest % known.length]);
  });
  return __ENV.BASE_URL + path + (load.query ? '?' + load.query : '');
}

/** @param {Load} load @returns {Record<string, string>} */
function headersOf(load) {
  const headers = Object.assign({ Accept: 'application/json' }, load.headers);
  if (load.mediaType) headers['Content-Type'] = load.mediaType;
  if (load.idempotencyKey) headers['Idempotency-Key'] = [run, load.id, exec.scenario.iterationInTest, 'load-test'].join('-');
  if (load.credential === 'bearer' && __ENV.TOKEN) headers.Authorization = 'Bearer ' + __ENV.TOKEN;
  if (load.credential === 'key' && __ENV.API_KEY) headers['X-API-Key'] = __ENV.API_KEY;
  if (load.credential === 'cookie' && __ENV.COOKIE) headers.Cookie = __ENV.COOKIE;
  if (load.credential === 'certificate' && __ENV.CERTIFICATE) headers['X-Client-Certificate'] = __ENV.CERTIFICATE;
  if (load.credential === 'signature' && __ENV.SIGNATURE) headers['webhook-signature'] = __ENV.SIGNATURE;
  return headers;
}

export default async function () {
  const load = OPERATIONS[Number(__ENV.OPERATION)];
  const body = load.body === null ? null : JSON.stringify(load.body);
  const response = await http.asyncRequest(load.method, address(load), body, {
    headers: headersOf(load),
    redirects: 0,
    tags: { name: load.path },
  });
  check(response, { 'answered without a server error': (answer) => answer.status > 0 && answer.status < 500 });
}`;
