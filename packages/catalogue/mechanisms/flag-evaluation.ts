import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'flag-evaluation',
  name: 'Local flag evaluation with streamed rules',
  problem: 'Each request asks {{flagsPerRequest}} flags: a call to a flag service for each would be {{remoteCalls}}, its latency in every request, and its outage everyone’s outage.',
  when: { formula: 'requestPeak', reason: 'behaviour is switched at run time' },
  structure: 'flag(key, environment, version, type, rules jsonb, default, owner, expires_on); a snapshot per environment with a version, kept at the edge and in each process; rules: targets, segments, percentage by hash. Exposures as sampled events.',
  steps: [
    'A process loads the last snapshot from disk or bundle, then the present one, then follows changes by a stream (polling every {{poll}} as the net).',
    'Evaluation is a pure function of snapshot and context: no network.',
    'Percentage: hash(flag key, unit id) mod ten thousand against the threshold, so that a unit stays in its group and groups differ between flags.',
    'A change is checked (type, default, owner, expiry), stored with its audit entry, and pushed: seen everywhere within {{spread}}.',
    'Exposures are counted in the process and sent in batches, once per unit and flag an hour.',
    'Kill switches are flags with a default that is safe when nothing can be loaded.',
  ],
  parameters: {
    perRequest: assumption('flags asked in a request', interval(2, 10, 50), 'count', 'grows with the age of the code'),
    flags: assumption('flags of an environment', interval(50, 300, 3000), 'count', 'until old ones are removed'),
    flagBytes: assumption('flag with its rules', 2000, 'B', 'JSON rules, segments by reference'),
    evaluationSeconds: assumption('time of an evaluation', 0.000005, 's', 'a hash and a few comparisons'),
    processes: assumption('processes that evaluate', interval(2, 10, 200), 'count', 'server side'),
    pollSeconds: assumption('poll as a net', 30, 's', 'bounds the age when a stream is silently dead'),
    streamSeconds: assumption('time of a change through the stream', 1, 's', 'commit to evaluation'),
    exposureShare: assumption('exposures sent ÷ evaluations', 0.001, 'ratio', 'first of a unit an hour'),
  },
  computed: [
    { id: 'flagsPerRequest', label: 'flags a request', unit: 'count', formula: 'perRequest', meaning: 'evaluations' },
    { id: 'remoteCalls', label: 'calls to a flag service', unit: '1/s', formula: 'requestPeak * perRequest', meaning: 'if evaluated remotely' },
    { id: 'evaluationCpu', label: 'cores spent on local evaluation', unit: 'count', formula: 'remoteCalls * evaluationSeconds', meaning: 'at peak, all processes' },
    { id: 'snapshotBytes', label: 'snapshot', unit: 'B', formula: 'flags * flagBytes', meaning: 'in each process' },
    { id: 'poll', label: 'poll', unit: 's', formula: 'pollSeconds', meaning: 'with the version: usually not modified' },
    { id: 'pollRate', label: 'polls', unit: '1/s', formula: 'processes / pollSeconds', meaning: 'all processes' },
    { id: 'spread', label: 'change is seen within', unit: 's', formula: 'streamSeconds', meaning: 'by the stream; the poll bounds the rest' },
    { id: 'exposures', label: 'exposures sent', unit: '1/s', formula: 'remoteCalls * exposureShare', meaning: 'to the append store' },
  ],
  tradeOff: 'No request waits for a flag and the flag service may be down for days; for {{spread}}, or {{poll}} at worst, processes disagree about a change.',
  rejected: { alternative: 'flags as rows read per request', because: '{{remoteCalls}} extra look-ups, or a cache of them, which is this design without versions' },
  edgeCase: { case: 'a user is in the new flow on one instance and in the old on the next while a change spreads; a form started in one is sent to the other', cure: 'evaluate once at the start of an interaction and carry the result (signed) through it' },
  sources: [{ title: 'OpenFeature specification', url: 'https://openfeature.dev/specification/', asOf: 'undated', confidence: 'B' }, { title: 'P. Hodgson, Feature toggles', url: 'https://martinfowler.com/articles/feature-toggles.html', asOf: '2017-10-09', confidence: 'B' }],
});
