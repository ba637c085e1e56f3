import { assumption, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const videoNotes: Source = { title: 'System Design Interview notes, chapter 15: YouTube', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter15/README.md', asOf: '2025-03-01', confidence: 'C', note: '300 MB a video; one in ten daily users uploads' };

export default defineArchetype({
  id: 'media-processing', name: 'File and media processing', context: 'Media',
  summary: 'files go straight to an object store, a pipeline checks and converts them, and a delivery network hands the results out',
  triggers: {
    strong: ['video upload', 'transcode', 'file sync', 'dropbox clone', 'like dropbox', 'google drive clone', 'like google drive', 'audio transcription', 'podcast transcription', 'speech to text', 'video transcription', 'transcoding', 'image processing', 'file upload', 'media pipeline', 'thumbnail', 'document conversion', 'video streaming', 'photo sharing', 'file storage', 'pdf generation', 'video platform', 'podcast hosting', 'video hosting', 'audio streaming', 'music streaming', 'podcast platform', 'youtube clone', 'like youtube', 'clone of youtube', 'design youtube', 'build youtube', 'netflix clone', 'like netflix', 'clone of netflix', 'design netflix', 'build netflix', 'vimeo clone', 'like vimeo', 'clone of vimeo', 'design vimeo', 'build vimeo', 'tiktok clone', 'like tiktok', 'clone of tiktok', 'design tiktok', 'build tiktok', 'spotify clone', 'like spotify', 'clone of spotify', 'design spotify', 'build spotify', 'twitch clone', 'like twitch', 'clone of twitch', 'design twitch', 'build twitch'],
    weak: ['cdn', 'storage', 'ocr', 'streaming', 'upload', 'video', 'photo', 'image', 'file'],
    exclude: ['live conferencing', 'log storage'],
    signs: [
      ['hand in|upload|send in|submit|contribute|put|record|drop off', 'clip|film|recording|picture|video|photo|movie|episode|lecture|footage|song', 'watch|play|screen|quality|format|player|convert|listen|resolution|size|device'],
    ],
    facets: [
      { must: 4, need: 4, groups: ['footage|clip|film|video|recording|photo|picture|audio|song|episode|interview|movie', 'send|upload|hand in|drop|submit|shoot|record|bring|deliver|bring in', 'form|version|format|small|sharp|size|quality|thumbnail|preview|resolution|still|light|smaller|short|huge', 'web|tv|phone|screen|player|device|connection|television|browser|mobile'] },
      { must: 4, need: 4, groups: ['hand in|upload|send in|submit|contribute|record|drop|send|deliver|bring', 'clip|film|recording|video|movie|episode|lecture|footage|song|audio|photo|interview|broadcast|sermon|sound', 'turn into|turn|make|produce|cut|convert|shrink|resize|generate|trim|compress|encode|prepare|brighten', 'version|format|small file|smaller|tv|phone|screen|quality|preview|thumbnail|subtitle|silence|original|player|device|size|preview picture'] },
    ],
  },
  entities: [
    {
      name: 'Asset', purpose: 'an uploaded original: the object, and a row with owner, digest and state', store: 'blob', alsoCalled: ['clip', 'original', 'image', 'picture', 'photo', 'video', 'film', 'recording', 'episode', 'lecture', 'song'], rowBytes: 10_000_000, createdBy: 'upload-asset', rowsPerOperation: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'ownerId', type: 'uuid' }, { name: 'objectKey', type: 'text', unique: true },
        { name: 'fileName', type: 'text', classification: 'pii' }, { name: 'mediaType', type: 'text' }, { name: 'sizeBytes', type: 'bigint' },
        { name: 'sha256', type: 'bytea', nullable: true },
        { name: 'state', type: 'text', values: ['uploading', 'uploaded', 'processing', 'ready', 'rejected', 'failed', 'deleted'] },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Rendition', purpose: 'a derived object: thumbnail, size, bit rate, page', store: 'blob', alsoCalled: ['format', 'quality'], rowBytes: 2_000_000, createdBy: 'upload-asset', rowsPerOperation: 4,
      fields: [
        { name: 'assetId', type: 'uuid', key: true, references: 'Asset.id' }, { name: 'profile', type: 'text', key: true },
        { name: 'objectKey', type: 'text', unique: true }, { name: 'mediaType', type: 'text' }, { name: 'sizeBytes', type: 'bigint' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'UploadSession', purpose: 'a multipart upload in progress; what is left of it is cleaned up', store: 'record', rowBytes: 700, createdBy: 'upload-asset', rowsPerOperation: 1, retentionDays: 7,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'assetId', type: 'uuid', references: 'Asset.id' }, { name: 'partSizeBytes', type: 'int' },
        { name: 'partsReceived', type: 'jsonb' }, { name: 'expiresAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'ProcessingStep', purpose: 'one step of the pipeline for one asset; its output key is derived from its input, so a repeat overwrites itself', store: 'record', rowBytes: 320, createdBy: 'upload-asset', rowsPerOperation: 6, retentionDays: 90,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'assetId', type: 'uuid', references: 'Asset.id' },
        { name: 'step', type: 'text', values: ['scan', 'probe', 'split', 'encode', 'assemble', 'thumbnail', 'publish'] },
        { name: 'state', type: 'text', values: ['waiting', 'running', 'done', 'failed'] }, { name: 'attempts', type: 'smallint' },
        { name: 'leasedUntil', type: 'timestamptz', nullable: true }, { name: 'priority', type: 'smallint' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
  ],
  operations: [
    {
      id: 'upload-asset', summary: 'Open an upload and get signed addresses for its parts', actor: 'user', method: 'POST', path: '/uploads', kind: 'write', share: 0.01,
      requestBytes: 400, responseBytes: 2_000, latencyP99Ms: 400, entity: 'Asset', idempotent: true,
      synonyms: ['upload file', 'upload video', 'upload image', 'upload photo', 'upload document', 'upload media', 'submit file', 'process image', 'process video', 'convert document', 'transcode video', 'store file'],
      body: [{ name: 'fileName', type: 'text', classification: 'pii' }, { name: 'mediaType', type: 'text' }, { name: 'sizeBytes', type: 'bigint' }],
      example: { fileName: 'harbour.mp4', mediaType: 'video/mp4', sizeBytes: 184_300_221 },
    },
    {
      id: 'complete-upload', summary: 'Say that all parts are there; processing starts', actor: 'user', method: 'POST', path: '/uploads/{uploadSessionId}/completion', kind: 'write', share: 0.01,
      requestBytes: 1_500, responseBytes: 300, latencyP99Ms: 1_000, entity: 'Asset', asynchronous: true, idempotent: true,
      synonyms: ['complete upload', 'finish upload', 'publish video'],
      body: [{ name: 'parts', type: 'jsonb' }], example: { parts: [{ number: 1, etag: '9b2cf5' }, { number: 2, etag: '41aa0e' }] },
    },
    {
      id: 'get-asset', summary: 'Show state and signed addresses of the renditions', actor: 'user', method: 'GET', path: '/assets/{assetId}', kind: 'read', share: 0.22,
      requestBytes: 100, responseBytes: 1_500, latencyP99Ms: 300, entity: 'Asset',
      synonyms: ['get file', 'check processing status', 'view file', 'open document', 'share file'],
    },
    {
      id: 'list-assets', summary: 'Page through one’s library', actor: 'user', method: 'GET', path: '/assets', kind: 'read', share: 0.158,
      requestBytes: 150, responseBytes: 10_000, latencyP99Ms: 400, entity: 'Asset', list: true,
      synonyms: ['list file', 'browse video', 'browse photo', 'view gallery', 'view library'],
    },
    {
      id: 'deliver-media', summary: 'Hand out a rendition; the delivery network answers nearly all of these', actor: 'viewer', method: 'GET', path: '/media/{objectKey}', kind: 'read', share: 0.6,
      requestBytes: 100, responseBytes: 800_000, latencyP99Ms: 200, entity: 'Rendition',
      synonyms: ['watch video', 'view photo', 'download file', 'stream video', 'play video', 'serve image', 'view image', 'download download', 'play play', 'stream stream', 'download episode', 'play episode', 'play song', 'play track', 'listen episode'],
    },
    {
      id: 'delete-asset', summary: 'Delete an asset and everything derived from it', actor: 'user', method: 'DELETE', path: '/assets/{assetId}', kind: 'write', share: 0.002,
      requestBytes: 100, responseBytes: 50, latencyP99Ms: 600, entity: 'Asset', asynchronous: true, idempotent: true,
      synonyms: ['delete file', 'delete video', 'remove photo'], body: [],
    },
  ],
  mainOperation: 'upload-asset',
  flows: [
    {
      id: 'upload', title: 'Upload without passing the API', operation: 'upload-asset', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST name, type and size' },
        { from: 'api', to: 'primary-store', action: 'check quota, insert asset and upload session' },
        { from: 'api', to: 'client', action: 'answer signed addresses, one per part, for a private quarantine prefix' },
        { from: 'client', to: 'blob-store', action: 'PUT parts in parallel; after a break only the missing ones' },
        { from: 'client', to: 'api', action: 'POST completion with the digests of the parts' },
      ],
    },
    {
      id: 'process', title: 'Check, convert, publish', operation: 'complete-upload', mode: 'async',
      steps: [
        { from: 'api', to: 'queue', action: 'enqueue the asset once its size and digest match' },
        { from: 'worker', to: 'blob-store', action: 'scan for malware and probe the container in a sandbox with memory and time limits' },
        { from: 'worker', to: 'primary-store', action: 'insert one step per chunk and profile' },
        { from: 'worker', to: 'blob-store', action: 'encode chunks in parallel, extending the lease while it works, and write to keys derived from the input' },
        { from: 'worker', to: 'primary-store', action: 'when the last step is done, set the asset ready in the same transaction' },
      ],
    },
    {
      id: 'deliver', title: 'Deliver a rendition', operation: 'deliver-media', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'ask for the asset and receive a signed, short-lived address' },
        { from: 'client', to: 'blob-store', action: 'fetch through the delivery network, in ranges' },
      ],
    },
    {
      id: 'retry-step', title: 'Retry or give up a step', mode: 'async',
      steps: [
        { from: 'worker', to: 'queue', action: 'return a failed step with growing delay' },
        { from: 'worker', to: 'primary-store', action: 'after the last attempt set the asset failed with a reason its owner can act on' },
        { from: 'worker', to: 'queue', action: 'set the message aside with a reference to the original' },
      ],
    },
    {
      id: 'clean-up', title: 'Clean up and tier', operation: 'delete-asset', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'take deleted assets and abandoned sessions' },
        { from: 'worker', to: 'blob-store', action: 'delete objects, abort multipart uploads, move what nobody opened to a colder class' },
        { from: 'worker', to: 'external:delivery-network', action: 'purge the addresses of deleted objects' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'library-page', entity: 'Asset', purpose: 'own files, newest first', by: ['ownerId', 'createdAt'], order: 'createdAt desc', kind: 'range', operation: 'list-assets' },
    { id: 'asset-by-id', entity: 'Asset', purpose: 'one file', by: ['id'], kind: 'lookup', operation: 'get-asset' },
    { id: 'asset-by-digest', entity: 'Asset', purpose: 'recognise a file that is already there', by: ['ownerId', 'sha256'], kind: 'lookup', operation: 'complete-upload' },
    { id: 'renditions-of-asset', entity: 'Rendition', purpose: 'what can be played or shown', by: ['assetId', 'profile'], kind: 'lookup', operation: 'get-asset' },
    { id: 'rendition-by-object-key', entity: 'Rendition', purpose: 'authorise an address', by: ['objectKey'], kind: 'lookup', operation: 'deliver-media' },
    { id: 'steps-to-run', entity: 'ProcessingStep', purpose: 'next work by priority', by: ['state', 'priority', 'createdAt'], order: 'createdAt asc', kind: 'queue' },
    { id: 'steps-of-asset', entity: 'ProcessingStep', purpose: 'progress of one asset', by: ['assetId', 'state'], kind: 'lookup' },
    { id: 'abandoned-uploads', entity: 'UploadSession', purpose: 'sessions to abort', by: ['expiresAt'], order: 'expiresAt asc', kind: 'queue' },
  ],
  events: [
    { name: 'AssetUploaded', when: 'all parts are in the store and their digests match', entity: 'Asset', consumers: ['pipeline'] },
    { name: 'AssetRejected', when: 'the scan or the probe refuses the file', entity: 'Asset', consumers: ['notifications', 'trust-and-safety'] },
    { name: 'AssetReady', when: 'the last rendition is written', entity: 'Asset', consumers: ['notifications', 'search', 'feed'] },
    { name: 'AssetDeleted', when: 'its owner or a moderator removes it', entity: 'Asset', consumers: ['clean-up', 'delivery-network'] },
  ],
  externals: [
    { id: 'delivery-network', name: 'Content delivery network', purpose: 'serves renditions close to viewers with signed addresses', providers: ['Cloudflare', 'Amazon CloudFront', 'Fastly'], timeoutMs: 5_000 },
    { id: 'moderation', name: 'Content moderation', purpose: 'labels images and video before they are public', providers: ['Amazon Rekognition', 'Google Cloud Vision', 'Hive'], timeoutMs: 10_000, share: 0.15 },
  ],
  consistency: [
    { scope: 'own library', need: 'read-your-writes', why: 'people look for the file they just uploaded' },
    { scope: 'processing', need: 'at-least-once steps whose output key depends only on their input', why: 'workers die in the middle of an encode' },
    { scope: 'deletion', need: 'eventual within an hour, delivery network included', why: 'the law asks for removal, caches make it slow' },
    { scope: 'delivery', need: 'eventual; renditions never change under one key', why: 'immutable objects can be cached for a year' },
  ],
  needs: ['object-storage', 'work-queue', 'long-running', 'dead-letter', 'point-read', 'range-scan', 'transactions'],
  defaults: [
    { key: 'size', subject: 'asset', value: interval(1e6, 1e7, 3e8), unit: 'B', reason: 'a photo is some 2 MB, a short video 100 MB and more', source: videoNotes },
    { key: 'size', subject: 'rendition', value: interval(1e5, 2e6, 1e8), unit: 'B', reason: 'a thumbnail or one bit rate' },
    { key: 'ratio', subject: 'views-per-upload', value: interval(5, 60, 200), unit: 'ratio', reason: 'private libraries are opened rarely, public video often; one in ten people uploads and all view five a day gives fifty', source: { title: 'karanpratapsingh/system-design', url: 'https://github.com/karanpratapsingh/system-design/blob/a5c0c1a/README.md', asOf: '2026-04-01', confidence: 'C', note: '200:1 for a video service' } },
    { key: 'duration', subject: 'time-to-preview', value: interval(5, 30, 120), unit: 's', reason: 'the uploader waits on the page for the first picture' },
    { key: 'share', subject: 'edge-hits', value: interval(0.8, 0.95, 0.99), unit: 'ratio', reason: 'few objects take most views' },
    { key: 'retention', subject: 'asset', value: interval(365 * SECONDS_PER_DAY, 5 * 365 * SECONDS_PER_DAY, 10 * 365 * SECONDS_PER_DAY), unit: 's', reason: 'until its owner deletes it' },
  ],
  operationsPerUserPerDay: assumption('API requests a daily user causes', interval(5, 20, 60), 'count', 'one in five uploads something; all look at a dozen items'),
  peakFactor: assumption('peak ÷ mean', interval(2, 2.5, 10), 'ratio', 'evenings and weekends; views of something popular are absorbed by the delivery network'),
  jobs: {
    perMainOperation: assumption('steps an upload starts', interval(3, 6, 40), 'count', 'scan, probe, thumbnail and some encodes; video is split into chunks'),
    seconds: assumption('time a step holds a worker', interval(1, 15, 120), 's', 'a thumbnail takes one, a minute of 1080p video about as long as it plays on one core'),
    bytes: assumption('message on the queue', interval(300, 500, 1_000), 'B', 'object key and profile; the file itself is read from the store'),
  },
  risks: [
    { risk: 'an import of an archive fills the queue and new uploads wait behind it', failureModes: ['queue-backlog'] },
    { risk: 'a crafted file exhausts or takes over a worker', failureModes: ['oom-killed', 'poison-message'] },
    { risk: 'the delivery network or object store is down and nothing can be seen', failureModes: ['cdn-outage', 'object-store-errors'] },
    { risk: 'one popular file multiplies the traffic bill', failureModes: ['quota-cost-runaway'] },
    { risk: 'a step is done twice by two workers that both believe they hold it', failureModes: ['duplicate-delivery'] },
  ],
  mechanisms: ['resumable-upload', 'media-pipeline', 'lease-with-fencing', 'priority-lanes', 'dead-letter-and-replay', 'bulkhead', 'cache-invalidation', 'quota-metering', 'backpressure-and-shedding'],
  questions: [
    { id: 'uploads', question: 'How many files a day are uploaded?', default: '5,000 files per day', changes: 'workers and storage', key: 'volume', subject: 'upload-asset', priority: 1 },
    { id: 'file-size', question: 'How large is a typical file?', default: '10 MB', changes: 'storage, upload in parts, time to convert', key: 'size', subject: 'asset', priority: 2 },
    { id: 'views', question: 'How often is a file viewed?', default: '60 views', changes: 'traffic to viewers, usually the largest line of the bill', key: 'ratio', subject: 'views-per-upload', priority: 3 },
    { id: 'preview-time', question: 'How soon after the upload must a preview be there?', default: '30 seconds', changes: 'a fast lane, encoding in chunks, workers held ready', key: 'duration', subject: 'time-to-preview', priority: 4 },
    { id: 'keep', question: 'How long are originals kept?', default: '5 years', changes: 'storage class and life-cycle rules', key: 'retention', subject: 'asset', priority: 5 },
    { id: 'publicness', question: 'Is content public, or only for people with permission?', default: 'signed', changes: 'signed addresses with short life against plain caching', key: 'capability', subject: 'private-delivery', priority: 6 },
  ],
  nonGoals: ['live streaming and conferencing', 'digital rights management', 'an editor for images or video'],
  sources: [
    videoNotes,
    { title: 'System Design Interview notes, chapter 16: Google Drive', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter16/README.md', asOf: '2025-03-01', confidence: 'C' },
    { title: 'System Design Interview notes, chapter 25: object storage', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter25/README.md', asOf: '2025-03-01', confidence: 'C' },
    { title: 'karanpratapsingh/system-design: Netflix', url: 'https://github.com/karanpratapsingh/system-design/blob/a5c0c1a/README.md', asOf: '2026-04-01', confidence: 'C' },
  ],
});
