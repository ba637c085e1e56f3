import { assumption, fact, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const systemDesign: Source = {
  title: 'karanpratapsingh, System Design: Uber', url: 'https://github.com/karanpratapsingh/system-design/blob/a5c0c1a/README.md', asOf: '2026-04-01', confidence: 'C', note: 'a design exercise, not telemetry: 100M daily users, 10M rides a day',
};
const proximity: Source = {
  title: 'System Design Interview notes, proximity service', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter17/README.md', asOf: '2025-03-01', confidence: 'C',
};
const nearby: Source = {
  title: 'System Design Interview notes, nearby friends', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter18/README.md', asOf: '2025-03-01', confidence: 'C',
};
const caseStudy: Source = {
  title: 'HLD handbook, ride-hailing case study', url: 'https://handbook-hld.pages.dev/curriculum/case-studies/ride-hailing/', asOf: '2026-05-11', confidence: 'C',
};
const push: Source = { title: 'Firebase Cloud Messaging documentation, no-cost product', url: 'https://firebase.google.com/docs/cloud-messaging', asOf: '2026-05-05', confidence: 'C' };
const routesLimits: Source = {
  title: 'Google Maps Platform, Routes API usage and billing', url: 'https://developers.google.com/maps/documentation/routes/usage-and-billing', asOf: '2026-11-24', confidence: 'B', note: '3,000 route requests a minute by default',
};

export default defineArchetype({
  id: 'ride-hailing', name: 'Ride-hailing and dispatch', context: 'Dispatch',
  summary: 'tracks where drivers are, quotes a price, offers each trip to a suitable driver nearby, follows the trip live and charges for it',
  triggers: {
    strong: ['ride hailing', 'ride-hailing', 'ride sharing', 'ridesharing', 'taxi', 'cab booking', 'driver matching', 'fleet dispatch', 'uber-like', 'match rider', 'nearby driver', 'design uber', 'like uber', 'uber clone', 'clone of uber', 'lyft', 'grab taxi'],
    weak: ['driver', 'rider', 'passenger', 'trip', 'pickup', 'surge', 'geofence', 'fare', 'eta', 'proximity', 'dispatch'],
    exclude: ['food delivery', 'restaurant', 'parcel tracking'],
    signs: [
      ['closest|nearest|nearby|near', 'free|available|idle|unlock|driver', 'motorbike|bike|taxi|car|van|truck|tow truck|cab|ambulance|boat|rickshaw|scooter|driver|lorry|helicopter|one'],
    ],
    facets: [
      { must: 3, need: 4, groups: ['closest|nearest|nearby|near|next free|next one|closest free', 'car|lift|ride|taxi|driver|van|cab|vehicle|trailer|jeep|bus|moped|tractor|motorboat|pilot', 'ask|call|request|order|need|press|hail|tap|button|wave', 'accept|say yes|ping|decline|refuse|pick up|take them|map|get out|where the other|get|take it|see'] },
      { must: 4, need: 4, groups: ['call|request|order|hail|press|ask for|summon|pick up|whistle for|need', 'car|taxi|cab|van|ride|motorbike|trailer|tractor|boat|rickshaw|minibus|truck|vehicle|driver|scooter|horse cart|cart', 'nearby|near|nearest|closest|close|closer|map|next free', 'driver|passenger|get out|pick up|accept|fare|trip|come|arrive|pay|refuse|decline|pass'] },
    ],
  },
  entities: [
    {
      name: 'Rider', purpose: 'person who requests trips; the payment method is a token of the payment provider', rowBytes: 500, store: 'record', alsoCalled: ['passenger', 'motorist'], perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'phone', type: 'text', unique: true, classification: 'pii' }, { name: 'displayName', type: 'text', classification: 'pii' },
        { name: 'paymentMethodRef', type: 'text', nullable: true, classification: 'internal' }, { name: 'homeCity', type: 'text' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Driver', purpose: 'licensed driver with a vehicle and a working state', rowBytes: 700, store: 'record', alsoCalled: ['motorbike', 'bike', 'taxi', 'cab', 'scooter', 'car', 'truck', 'tow truck', 'ambulance'], perUser: 0.04,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'phone', type: 'text', unique: true, classification: 'pii' }, { name: 'displayName', type: 'text', classification: 'pii' },
        { name: 'status', type: 'text', values: ['offline', 'available', 'offered', 'on_trip', 'suspended'] }, { name: 'vehicle', type: 'jsonb' },
        { name: 'licencePlate', type: 'text', classification: 'pii' }, { name: 'rating', type: 'numeric(3,2)' }, { name: 'city', type: 'text' },
        { name: 'payoutAccountRef', type: 'text', nullable: true, classification: 'internal' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'DriverLocation', purpose: 'latest known position of an online driver, indexed by map cell; older positions are overwritten', rowBytes: 110, store: 'record', alsoCalled: ['motorbike', 'bike', 'taxi', 'cab', 'scooter', 'car', 'truck', 'tow truck', 'ambulance'], perUser: 0.04,
      fields: [
        { name: 'driverId', type: 'uuid', key: true, references: 'Driver.id' }, { name: 'cell', type: 'text' }, { name: 'latitude', type: 'numeric(9,6)', classification: 'pii' },
        { name: 'longitude', type: 'numeric(9,6)', classification: 'pii' }, { name: 'heading', type: 'smallint', nullable: true }, { name: 'reportedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Quote', purpose: 'price promise with route and surge multiplier, valid for a few minutes', rowBytes: 450, store: 'record', createdBy: 'create-quote', retentionDays: 7,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'riderId', type: 'uuid', references: 'Rider.id' }, { name: 'pickupCell', type: 'text' },
        { name: 'pickup', type: 'jsonb', classification: 'pii' }, { name: 'dropoff', type: 'jsonb', classification: 'pii' }, { name: 'vehicleClass', type: 'text' },
        { name: 'priceMinor', type: 'bigint' }, { name: 'currency', type: 'text' }, { name: 'surge', type: 'numeric(4,2)' }, { name: 'etaSeconds', type: 'int' },
        { name: 'expiresAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Trip', purpose: 'one ride from request to payment; its state machine decides who may do what', rowBytes: 1_200, store: 'record', alsoCalled: ['ride', 'journey'], createdBy: 'request-trip', retentionDays: 2_555,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'riderId', type: 'uuid', references: 'Rider.id' }, { name: 'driverId', type: 'uuid', nullable: true, references: 'Driver.id' },
        { name: 'city', type: 'text' }, { name: 'state', type: 'text', values: ['requested', 'offered', 'accepted', 'arrived', 'in_progress', 'completed', 'cancelled', 'no_driver'] },
        { name: 'quote', type: 'jsonb', classification: 'pii' }, { name: 'priceMinor', type: 'bigint' }, { name: 'currency', type: 'text' }, { name: 'version', type: 'int' },
        { name: 'requestedAt', type: 'timestamptz' }, { name: 'completedAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'TripOffer', purpose: 'offer of a trip to one driver with a deadline; at most one is open per driver', rowBytes: 140, store: 'record', createdBy: 'request-trip', rowsPerOperation: 1.6, retentionDays: 90,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tripId', type: 'uuid', references: 'Trip.id' }, { name: 'driverId', type: 'uuid', references: 'Driver.id' },
        { name: 'state', type: 'text', values: ['open', 'accepted', 'declined', 'expired'] }, { name: 'expiresAt', type: 'timestamptz' },
        { name: 'answeredAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'TripEvent', purpose: 'state changes of a trip in order: the record in a fare dispute', rowBytes: 220, store: 'journal', createdBy: 'change-trip-state', retentionDays: 730,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tripId', type: 'uuid', references: 'Trip.id' }, { name: 'kind', type: 'text' }, { name: 'actorId', type: 'uuid' },
        { name: 'detail', type: 'jsonb' }, { name: 'occurredAt', type: 'timestamptz', key: true },
      ],
    },
    {
      name: 'TripPoint', purpose: 'positions while a passenger is picked up or carried: fare evidence and map matching', rowBytes: 80, store: 'append', createdBy: 'report-location', rowsPerOperation: 0.7, retentionDays: 90,
      fields: [
        { name: 'tripId', type: 'uuid', key: true, references: 'Trip.id' }, { name: 'recordedAt', type: 'timestamptz', key: true },
        { name: 'latitude', type: 'numeric(9,6)', classification: 'pii' }, { name: 'longitude', type: 'numeric(9,6)', classification: 'pii' },
        { name: 'speedMps', type: 'numeric(5,2)', nullable: true },
      ],
    },
    {
      name: 'SurgeCell', purpose: 'supply, demand and multiplier of a map cell per minute', rowBytes: 90, store: 'append', createdBy: 'request-trip', rowsPerOperation: 0.5, retentionDays: 30,
      fields: [
        { name: 'cell', type: 'text', key: true }, { name: 'bucketAt', type: 'timestamptz', key: true }, { name: 'openRequests', type: 'int' }, { name: 'freeDrivers', type: 'int' },
        { name: 'multiplier', type: 'numeric(4,2)' },
      ],
    },
  ],
  // Shares follow one completed trip: a driver is online about half an hour per trip and reports every 4 s (450), the rider sees the car
  // for 20 minutes (300 pushes), opens the map 8 times, asks for 2.5 quotes; 1.6 offers are answered and 4.5 state changes happen.
  operations: [
    {
      id: 'report-location', summary: 'Report a driver position', actor: 'driver',
      method: 'STREAM', path: '/driver-locations', kind: 'stream', share: 0.583546, requestBytes: 80, responseBytes: 0, latencyP99Ms: 1_000, entity: 'DriverLocation',
      synonyms: ['report location', 'send location', 'update location', 'stream position', 'send gps', 'location update', 'report position', 'send position', 'send reading', 'send ping'],
    },
    {
      id: 'follow-trip', summary: 'Follow the car and the trip state live', actor: 'rider',
      method: 'STREAM', path: '/trips/{tripId}/updates', kind: 'stream', share: 0.389, requestBytes: 40, responseBytes: 150, latencyP99Ms: 1_000, entity: 'Trip',
      synonyms: ['track trip', 'follow driver', 'track driver', 'watch ride', 'see driver'],
    },
    {
      id: 'list-nearby-drivers', summary: 'List free drivers around a point', actor: 'rider',
      method: 'GET', path: '/nearby-drivers', kind: 'read', share: 0.0104, requestBytes: 80, responseBytes: 2_000, latencyP99Ms: 400, entity: 'DriverLocation',
      synonyms: ['find driver', 'search driver', 'view map', 'see nearby driver', 'search nearby'],
    },
    {
      id: 'create-quote', summary: 'Price a trip between two points', actor: 'rider',
      method: 'POST', path: '/quotes', kind: 'write', share: 0.00324, requestBytes: 250, responseBytes: 600, latencyP99Ms: 900, entity: 'Quote',
      idempotent: true, synonyms: ['request quote', 'estimate fare', 'get price', 'estimate price'],
      body: [{ name: 'pickup', type: 'jsonb', classification: 'pii' }, { name: 'dropoff', type: 'jsonb', classification: 'pii' }, { name: 'vehicleClass', type: 'text' }],
      example: { pickup: { latitude: 48.137154, longitude: 11.576124 }, dropoff: { latitude: 48.353783, longitude: 11.786086 }, vehicleClass: 'standard' },
    },
    {
      id: 'request-trip', summary: 'Request a trip at a quoted price', actor: 'rider',
      method: 'POST', path: '/trips', kind: 'write', share: 0.0013, requestBytes: 400, responseBytes: 600, latencyP99Ms: 1_000, entity: 'Trip',
      asynchronous: true, idempotent: true, synonyms: ['request trip', 'request ride', 'book ride', 'book taxi', 'take ride', 'order taxi', 'make trip', 'complete ride', 'match rider', 'ride', 'trip'],
      body: [{ name: 'quoteId', type: 'uuid' }, { name: 'paymentMethodRef', type: 'text', classification: 'internal' }, { name: 'note', type: 'text', nullable: true }],
      example: { quoteId: '0192f0c1-7c1e-7d7a-9a40-3f1f0a6f2b11', paymentMethodRef: 'pm_4kTz81', note: 'North entrance' },
    },
    {
      id: 'answer-offer', summary: 'Accept or decline an offered trip', actor: 'driver',
      method: 'PUT', path: '/offers/{offerId}/answer', kind: 'write', share: 0.00207, requestBytes: 120, responseBytes: 300, latencyP99Ms: 500, entity: 'TripOffer',
      idempotent: true, synonyms: ['accept ride', 'accept trip', 'decline trip', 'accept offer'],
      body: [{ name: 'answer', type: 'text', values: ['accepted', 'declined'] }],
      example: { answer: 'accepted' },
    },
    {
      id: 'set-driver-status', summary: 'Go online or offline', actor: 'driver',
      method: 'PUT', path: '/drivers/{driverId}/status', kind: 'write', share: 0.000195, requestBytes: 100, responseBytes: 100, latencyP99Ms: 400, entity: 'Driver',
      idempotent: true, synonyms: ['go online', 'go offline', 'start shift', 'update driver status', 'change availability'],
      body: [{ name: 'status', type: 'text', values: ['offline', 'available'] }],
      example: { status: 'available' },
    },
    {
      id: 'change-trip-state', summary: 'Move a trip to its next state or cancel it', actor: 'driver',
      method: 'PATCH', path: '/trips/{tripId}', kind: 'write', share: 0.00584, requestBytes: 150, responseBytes: 400, latencyP99Ms: 600, entity: 'Trip',
      idempotent: true, synonyms: ['start trip', 'end trip', 'complete trip', 'cancel trip', 'cancel ride', 'arrive'],
      body: [
        { name: 'state', type: 'text', values: ['arrived', 'in_progress', 'completed', 'cancelled'] }, { name: 'version', type: 'int' }, { name: 'reason', type: 'text', nullable: true },
      ],
      example: { state: 'in_progress', version: 3 },
    },
    {
      id: 'get-trip', summary: 'Show one trip with its price and driver', actor: 'rider',
      method: 'GET', path: '/trips/{tripId}', kind: 'read', share: 0.00389, requestBytes: 80, responseBytes: 1_500, latencyP99Ms: 300, entity: 'Trip',
      synonyms: ['view trip', 'view ride', 'check trip'],
    },
    {
      id: 'list-trips', summary: 'List past trips', actor: 'rider',
      method: 'GET', path: '/trips', kind: 'read', share: 0.000519, requestBytes: 100, responseBytes: 8_000, latencyP99Ms: 500, entity: 'Trip',
      list: true, synonyms: ['list trip', 'view history', 'ride history', 'view receipt'],
    },
  ],
  mainOperation: 'request-trip',
  flows: [
    {
      id: 'report-location', title: 'A driver moves', operation: 'report-location', mode: 'async',
      steps: [
        { from: 'client', to: 'real-time', action: 'sends position, heading and sequence number every few seconds' },
        { from: 'real-time', to: 'cache', action: 'overwrites the latest position and moves the driver between map cells' },
        { from: 'real-time', to: 'event-stream', action: 'appends the position when the driver is on a trip' },
        { from: 'worker', to: 'append-store', action: 'writes positions in batches, one partition a day' },
      ],
    },
    {
      id: 'quote', title: 'A rider asks for a price', operation: 'create-quote', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'sends pickup, destination and vehicle class' },
        { from: 'api', to: 'external:maps', action: 'asks for route, distance and duration in traffic' },
        { from: 'api', to: 'cache', action: 'reads the surge multiplier of the pickup cell' },
        { from: 'api', to: 'primary-store', action: 'stores the quote with its expiry' },
        { from: 'api', to: 'client', action: 'returns price, arrival estimate and quote id' },
      ],
    },
    {
      id: 'match', title: 'A trip finds its driver', operation: 'request-trip', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'requests the trip with the quote id and an idempotency key' },
        { from: 'api', to: 'primary-store', action: 'creates the trip and its outbox row in one transaction' },
        { from: 'api', to: 'queue', action: 'publishes the trip for matching' },
        { from: 'worker', to: 'cache', action: 'reads free drivers of the pickup cell and its neighbours, ring by ring' },
        { from: 'worker', to: 'primary-store', action: 'creates the offer if the driver has no other open offer or trip' },
        { from: 'worker', to: 'real-time', action: 'pushes the offer with a deadline to the driver' },
        { from: 'client', to: 'api', action: 'answers the offer before it expires' },
        { from: 'api', to: 'primary-store', action: 'assigns the driver by a conditional update on the trip version' },
        { from: 'worker', to: 'queue', action: 're-queues the trip for the next candidate when the offer lapses' },
      ],
    },
    {
      id: 'finish', title: 'A trip ends and is paid', operation: 'change-trip-state', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'reports arrival at the destination' },
        { from: 'api', to: 'primary-store', action: 'completes the trip and computes the fare from the quote and the trace' },
        { from: 'api', to: 'queue', action: 'publishes the completed trip from the outbox' },
        { from: 'worker', to: 'external:payments', action: 'captures the fare with the trip id as idempotency key' },
        { from: 'worker', to: 'external:notifications', action: 'sends the receipt' },
      ],
    },
    {
      id: 'surge', title: 'Prices follow supply and demand', mode: 'batch',
      steps: [
        { from: 'worker', to: 'cache', action: 'counts free drivers and open requests of each cell every minute' },
        { from: 'worker', to: 'append-store', action: 'records supply, demand and the smoothed multiplier' },
        { from: 'worker', to: 'cache', action: 'publishes the multiplier with a short lifetime' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'drivers-in-cell', entity: 'DriverLocation', purpose: 'candidates around a pickup, cell by cell', by: ['cell'], kind: 'geo', operation: 'list-nearby-drivers' },
    { id: 'trip-by-id', entity: 'Trip', purpose: 'trip page and state change', by: ['id'], kind: 'lookup', operation: 'get-trip' },
    { id: 'trips-of-rider', entity: 'Trip', purpose: 'history of a rider', by: ['riderId', 'requestedAt'], order: 'requestedAt desc', kind: 'range', operation: 'list-trips' },
    { id: 'active-trip-of-driver', entity: 'Trip', purpose: 'refuse a second active trip', by: ['driverId', 'state'], kind: 'lookup' },
    { id: 'open-trips-of-city', entity: 'Trip', purpose: 'sweep for trips that matching lost', by: ['city', 'state', 'requestedAt'], order: 'requestedAt asc', kind: 'queue' },
    { id: 'open-offer-of-driver', entity: 'TripOffer', purpose: 'one open offer per driver', by: ['driverId', 'state'], kind: 'lookup', operation: 'answer-offer' },
    { id: 'trace-of-trip', entity: 'TripPoint', purpose: 'fare dispute and map matching', by: ['tripId', 'recordedAt'], order: 'recordedAt asc', kind: 'range' },
    { id: 'events-of-trip', entity: 'TripEvent', purpose: 'support view of one trip', by: ['tripId', 'occurredAt'], order: 'occurredAt asc', kind: 'range' },
  ],
  events: [
    { name: 'TripRequested', when: 'a rider confirmed a quote', entity: 'Trip', consumers: ['matching', 'surge pricing'] },
    { name: 'TripAssigned', when: 'a driver accepted the offer', entity: 'Trip', consumers: ['rider notification', 'live tracking'] },
    { name: 'TripCompleted', when: 'the driver ended the trip', entity: 'Trip', consumers: ['payments', 'receipts', 'driver earnings', 'analytics'] },
    { name: 'TripCancelled', when: 'rider, driver or time-out ended it early', entity: 'Trip', consumers: ['cancellation fee', 'matching', 'analytics'] },
  ],
  externals: [
    { id: 'maps', name: 'Maps and routing', purpose: 'route, distance and arrival estimate for quotes', providers: ['Google Maps Platform', 'Mapbox', 'HERE', 'self-run OSRM'], timeoutMs: 1_500, share: 0.4 },
    { id: 'payments', name: 'Payment provider', purpose: 'holds and captures the fare', providers: ['Stripe', 'Adyen', 'Braintree'], timeoutMs: 10_000, share: 0.3 },
    { id: 'notifications', name: 'Push notifications', purpose: 'trip changes and receipts on the phone', providers: ['Firebase Cloud Messaging', 'Apple Push Notification service'], timeoutMs: 3_000, share: 0.5, unitPrice: fact('push notification', 0, 'USD', push) },
  ],
  consistency: [
    { scope: 'driver assignment', need: 'strong: one active trip and one open offer per driver, by a conditional update', why: 'two riders must never be promised the same car' },
    { scope: 'driver position', need: 'eventual, the newest report wins and late ones are dropped', why: 'a lost position is replaced four seconds later' },
    { scope: 'fare', need: 'exactly one capture per trip, by an idempotency key', why: 'a retry after a time-out must not charge twice' },
  ],
  needs: ['geo', 'transactions', 'conditional-write', 'long-lived-connections', 'work-queue', 'append-heavy', 'time-partition', 'ttl'],
  defaults: [
    { key: 'retention', subject: 'trip-point', value: interval(30 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY, 180 * SECONDS_PER_DAY), unit: 's', reason: 'covers the usual window for fare disputes; precise traces are sensitive and should not outlive it' },
    { key: 'retention', subject: 'trip', value: interval(1_825 * SECONDS_PER_DAY, 2_555 * SECONDS_PER_DAY, 3_650 * SECONDS_PER_DAY), unit: 's', reason: 'accounting records; five to ten years by country' },
    { key: 'duration', subject: 'location-interval', value: interval(2, 4, 10), unit: 's', reason: 'a car moves about 50 m in 4 s in a city; shorter intervals cost battery and messages' },
    { key: 'duration', subject: 'offer-window', value: interval(8, 15, 30), unit: 's', reason: 'long enough for a driver to look, short enough for three offers within a minute' },
    { key: 'users.concurrent', subject: 'driver', value: interval(200, 2_000, 10_000), unit: 'count', reason: 'one city at its evening peak when the brief names no fleet' },
    { key: 'latency', subject: 'request-trip', value: interval(0.5, 1, 2), unit: 's', reason: 'the rider waits for the acknowledgement, not for the match' },
    { key: 'availability', value: interval(0.999, 0.9995, 0.9999), unit: 'ratio', reason: 'people stand in the street; a missed evening peak is lost revenue' },
  ],
  operationsPerUserPerDay: assumption('requests and pushed messages per active rider and day', interval(150, 460, 900), 'count', 'about 0.6 trips a day per active rider at 771 location reports, pushes and requests per trip'),
  peakFactor: assumption('peak ÷ mean of trips', interval(2, 3, 8), 'ratio', 'two rush hours and late evenings in one city; rain, concerts and New Year reach 8'),
  jobs: {
    perMainOperation: assumption('jobs per requested trip', interval(4, 6, 10), 'count', 'matching rounds, receipt, capture, driver earnings and two or three pushes'),
    seconds: assumption('seconds a job holds a worker', interval(0.1, 0.4, 2), 's', 'reading cells takes milliseconds; capture and push wait on providers'),
    bytes: assumption('job message', interval(300, 600, 2_000), 'B', 'ids, cell and deadline; the trip itself is read from the store'),
  },
  risks: [
    { risk: 'a stadium or airport cell holds most of the demand and one shard carries it all', failureModes: ['hot-partition', 'hot-key'] },
    { risk: 'a connection node dies and thousands of drivers reconnect in the same second', failureModes: ['websocket-node-loss', 'thundering-herd'] },
    { risk: 'the map provider slows down or hits its per-minute limit, and no quote can be given', failureModes: ['external-provider-outage', 'slow-dependency', 'provider-rate-limit'] },
    { risk: 'two matchers assign the same driver after a network partition', failureModes: ['split-brain'] },
    { risk: 'a capture times out and nobody knows whether the rider was charged', failureModes: ['payment-ambiguous'] },
  ],
  mechanisms: ['geo-index', 'presence-fan-out', 'lease-with-fencing', 'saga-compensation', 'transactional-outbox', 'idempotency-key', 'circuit-breaker', 'backpressure-and-shedding', 'time-partitioned-tables', 'price-snapshot', 'partition-key-salting', 'cell-isolation'],
  questions: [
    { id: 'online-drivers', question: 'How many drivers are online at the same time at the busiest hour?', default: '2,000', changes: 'connections held open, position writes a second, and whether one node can index them', key: 'users.concurrent', subject: 'driver', priority: 1 },
    { id: 'trips', question: 'How many trips are requested on a busy day?', default: '20,000 a day', changes: 'size of the trip store, jobs and provider charges', key: 'volume', subject: 'request-trip', priority: 1 },
    { id: 'location-interval', question: 'How often does a driver report its position?', default: '4 seconds', changes: 'position traffic is inversely proportional to it; at 30 s plain requests are enough', key: 'duration', subject: 'location-interval', priority: 2 },
    { id: 'cities', question: 'In how many cities does it run at first?', default: '1', changes: 'whether cities become separate cells with their own stores', key: 'population', subject: 'city', priority: 2 },
    { id: 'trace-retention', question: 'How long must the trace of a trip be kept?', default: '90 days', changes: 'the largest part of the storage, and how sensitive the data is', key: 'retention', subject: 'trip-point', priority: 3 },
    { id: 'route-calls', question: 'Which share of quotes needs a routed distance, rather than a straight-line estimate?', default: '100 %', changes: 'the provider bill grows with quotes, not with trips', key: 'share', subject: 'routed-quote', priority: 3 },
  ],
  nonGoals: [
    'own map data or routing engine',
    'driver onboarding and licence checks',
    'shared rides with several pickups',
    'batched optimal matching across the whole city',
  ],
  sources: [systemDesign, proximity, nearby, caseStudy, push, routesLimits],
});
