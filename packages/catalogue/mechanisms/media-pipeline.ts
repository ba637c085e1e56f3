import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'media-pipeline',
  name: 'Media pipeline: split, transcode, publish',
  problem: '{{uploadsPerDay}} uploads a day; transcoding one takes {{wholeTime}} on one worker, so a crash near the end repeats all of it, and {{coresBusy}} cores are busy on average.',
  when: { formula: 'blobWriteMean * blobReadMean', reason: 'uploaded media are delivered to many' },
  structure: 'media(id, source_key, state, duration); rendition(media_id, profile, state, manifest_key); segment(media_id, profile, number, state, object_key, primary key (media_id, profile, number)). Object keys are derived from media, profile, number and encoder version, so a repeat overwrites itself.',
  steps: [
    'Probe the source: streams, duration, damage; refuse early.',
    'Split at key frames into segments of {{segmentSpan}} without decoding.',
    'One job per segment and profile, on interruptible machines, under a lease; the result’s key is deterministic.',
    'The lowest profile first: the media is playable after {{firstPlayable}}.',
    'When the last segment of a profile is done (count by conditional update), write its manifest; when the last profile is, the master manifest for adaptive bitrate.',
    'Publish by one change of state; the edge caches segments for ever, manifests briefly.',
    'Rarely watched profiles are deleted after a time and made again on demand.',
  ],
  parameters: {
    playSeconds: assumption('length of a media item', interval(15, 120, 1800), 's', 'clips to lectures; replace by the measured mean'),
    segmentSeconds: assumption('segment', 6, 's', 'common in HLS: start-up against overhead'),
    profiles: assumption('profiles', 5, 'count', 'from phones to large screens'),
    encodeSpeed: assumption('core seconds per second of media and profile', interval(0.3, 1, 6), 'ratio', 'fast presets of older codecs at the low end, newer codecs at the high end'),
    segmentWorkers: assumption('workers one upload may use', 20, 'count', 'the rest is for others'),
    watchedShare: assumption('share of media that gets most views', interval(0.02, 0.1, 0.3), 'ratio', 'heavy-tailed'),
  },
  computed: [
    { id: 'uploadsPerDay', label: 'uploads a day', unit: 'count', formula: 'blobWriteMean * 86400 * oneSecond', meaning: 'mean' },
    { id: 'wholeTime', label: 'transcoding on one core', unit: 's', formula: 'playSeconds * profiles * encodeSpeed', meaning: 'all profiles' },
    { id: 'coresBusy', label: 'cores busy', unit: 'count', formula: 'blobWriteMean * wholeTime', meaning: 'Little’s law, mean' },
    { id: 'coresPeak', label: 'cores at peak', unit: 'count', formula: 'ceil(coresBusy * max(peakFactor, 1) / headroom)', meaning: 'or a queue that drains at night' },
    { id: 'segmentSpan', label: 'segment', unit: 's', formula: 'segmentSeconds', meaning: 'unit of work and of repeat' },
    { id: 'segments', label: 'segments an upload', unit: 'count', formula: 'ceil(playSeconds / segmentSeconds) * profiles', meaning: 'jobs' },
    { id: 'segmentJobs', label: 'segment jobs', unit: '1/s', formula: 'blobWriteMean * segments', meaning: 'through the queue' },
    { id: 'firstPlayable', label: 'playable after', unit: 's', formula: 'max(segmentSeconds * encodeSpeed, playSeconds * encodeSpeed / segmentWorkers)', meaning: 'lowest profile, in parallel' },
    { id: 'onDemandShare', label: 'media that keep all profiles', unit: 'ratio', formula: 'watchedShare', meaning: 'the rest keeps one or two' },
  ],
  tradeOff: 'A crash costs one segment, an upload is playable after {{firstPlayable}} instead of {{wholeTime}}; there are {{segments}} jobs and objects where there was one.',
  rejected: { alternative: 'transcoding when somebody first watches', because: 'the first viewer waits, and a video that spreads is transcoded many times at once; it is right for the rarely watched rest' },
  edgeCase: { case: 'a malformed file makes the decoder crash or eat memory, and as a retried job it kills worker after worker', cure: 'decoding runs in a sandbox with limits on time, memory and network; a second crash of the same segment parks the media' },
  sources: [{ title: 'RFC 8216, HTTP Live Streaming', url: 'https://www.rfc-editor.org/rfc/rfc8216', asOf: '2017-08', confidence: 'B' }, { title: 'Netflix Technology Blog, Chelsea: encoding in the fast lane', url: 'https://medium.com/netflix-techblog/chelsea-encoding-in-the-fast-lane-5c0e7064053a', asOf: '2016', confidence: 'B' }],
});
