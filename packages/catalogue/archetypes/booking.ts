import { assumption, interval, SECONDS_PER_DAY } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

export default defineArchetype({
  id: 'booking', name: 'Booking and reservation', context: 'Booking',
  summary: 'many people look for a free room, seat or appointment; few take one; each unit of time and place must be promised to exactly one of them',
  triggers: {
    strong: ['booking', 'reservation', 'availability search', 'appointment', 'ticketing', 'ticket sale', 'seat selection', 'seat map', 'season ticket', 'box office', 'event ticket', 'concert ticket', 'cinema ticket', 'hotel', 'calendar slot', 'book a room', 'table reservation', 'vacation rental', 'airbnb', 'ticketmaster', 'booking.com clone', 'like booking.com', 'clone of booking.com', 'design booking.com', 'build booking.com', 'opentable clone', 'like opentable', 'clone of opentable', 'design opentable', 'build opentable', 'calendly clone', 'like calendly', 'clone of calendly', 'design calendly', 'build calendly'],
    weak: ['availability', 'schedule', 'cancel', 'check-in', 'capacity', 'slot', 'venue', 'guest', 'waitlist', 'overbooking'],
    exclude: ['job scheduler', 'ride hailing', 'loan', 'overdue', 'tap-in', 'tap-on', 'fare', 'validator', 'support ticket', 'public transport ticketing', 'housekeeping'],
    signs: [
      ['permit|ticket|place|seat|slot|pass', 'sold out|gone', 'release|minute|queue|sale|rush|day'],
      ['court|room|table|seat|place|slot|desk|chair|lane|boat|class|lesson|tour|berth|hall|hut|cabin|consultation|treatment|machine|session|ticket|sauna|appointment|visit', 'take|pick|choose|rent|hold|claim|arrange|reserve|sell|buy|secure|make|hire', 'hour|time|timed|evening|night|day|start|date|twice|morning|afternoon|lesson|before'],
      ['twice|two groups|two parties|two people|two families|double', 'court|room|table|seat|slot|place|desk|lane|boat|cabin|hut|pitch', 'never|not|must|nobody|cannot'],
      ['place|seat|ticket', 'cancel|sold out|full', 'class|course|tour|lesson|show|performance|screening|workshop|concert'],
    ],
    facets: [
      { must: 3, need: 5, groups: ['@bookable', 'reserve|book|want|take|get|sell|claim|hold|grab|rent|choose', 'full|twice|free|waiting list|sold out|cancel|double|left|last one|at most|end up with|same|overlap|nobody else', 'saturday|sunday|evening|hour|night|weekend|date|day|time|morning|week|minute|slot|afternoon|friday|monday|tuesday|thursday', '@person'] },
      { must: 4, need: 4, groups: ['@bookable', 'hold|keep|block|lock|reserve', 'minute|while|until', 'pay|card|payment|checkout|type in|else|twice|somebody else|nobody'] },
      { must: 4, need: 4, groups: ['@bookable', 'reserve|book|grab|claim|rent', 'night|evening|hour|weekend|day|date|morning|afternoon|week|time', '@person'] },
      { must: 4, need: 4, groups: ['free|open|empty|available', 'half hour|slot|hour|appointment|time|place|seat', 'pick|grab|choose|take|book|reserve|claim', 'reminder|remind|move|cancel|reschedule|day before|postpone|shift|swap'] },
    ],
  },
  entities: [
    {
      name: 'Venue', purpose: 'a hotel, hall, practice or restaurant with its time zone and rules', store: 'record', alsoCalled: ['hall', 'sports hall', 'restaurant', 'hotel', 'studio', 'clinic', 'practice', 'salon', 'museum', 'theatre', 'cinema', 'centre', 'branch', 'campsite', 'station'], rowBytes: 1_500,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'name', type: 'text' }, { name: 'timeZone', type: 'text' },
        { name: 'address', type: 'jsonb' }, { name: 'cancellationPolicy', type: 'jsonb' },
      ],
    },
    {
      name: 'ResourceType', purpose: 'what is offered: a room category, a seat block, a kind of appointment', store: 'record', alsoCalled: ['court', 'room', 'table', 'seat', 'lane', 'boat', 'machine', 'desk', 'hut', 'cabin', 'pitch', 'class', 'chair', 'tutor', 'vehicle'], rowBytes: 900,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'venueId', type: 'uuid', references: 'Venue.id' }, { name: 'name', type: 'text' },
        { name: 'capacity', type: 'smallint' }, { name: 'attributes', type: 'jsonb' },
      ],
    },
    {
      name: 'InventoryDay', purpose: 'units of a type on one day: how many exist, are taken, may be oversold, and what one costs', store: 'record', rowBytes: 90,
      fields: [
        { name: 'resourceTypeId', type: 'uuid', key: true, references: 'ResourceType.id' }, { name: 'day', type: 'date', key: true },
        { name: 'total', type: 'int' }, { name: 'taken', type: 'int' }, { name: 'oversellLimit', type: 'int' },
        { name: 'priceMinor', type: 'bigint' }, { name: 'currency', type: 'char(3)' }, { name: 'version', type: 'int' },
      ],
    },
    {
      name: 'Slot', purpose: 'one bookable unit and interval where units are distinct: seat 12A, Dr Okoye at 09:20; overlaps are refused by the store', store: 'record', alsoCalled: ['hour', 'time slot', 'lesson', 'place', 'tour', 'showing'], rowBytes: 130, createdBy: 'change-inventory', rowsPerOperation: 2, retentionDays: 730,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'resourceTypeId', type: 'uuid', references: 'ResourceType.id' },
        { name: 'unit', type: 'text' }, { name: 'startsAt', type: 'timestamptz' }, { name: 'endsAt', type: 'timestamptz' },
        { name: 'status', type: 'text', values: ['free', 'held', 'taken', 'blocked'] }, { name: 'version', type: 'int' },
      ],
    },
    {
      name: 'Hold', purpose: 'a claim that lasts minutes while someone pays', store: 'record', rowBytes: 160, createdBy: 'place-hold', rowsPerOperation: 1, retentionDays: 7,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'customerId', type: 'uuid', references: 'Customer.id' },
        { name: 'resourceTypeId', type: 'uuid', references: 'ResourceType.id' },
        { name: 'slotId', type: 'uuid', nullable: true, references: 'Slot.id' }, { name: 'startsOn', type: 'date' }, { name: 'endsOn', type: 'date' },
        { name: 'quantity', type: 'smallint' }, { name: 'state', type: 'text', values: ['active', 'converted', 'expired', 'released'] },
        { name: 'expiresAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Customer', purpose: 'who books and how to reach them', store: 'record', alsoCalled: ['player', 'guest', 'visitor', 'pupil', 'patient', 'member'], rowBytes: 400, perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'email', type: 'text', unique: true, classification: 'pii' },
        { name: 'name', type: 'text', classification: 'pii' }, { name: 'phone', type: 'text', nullable: true, classification: 'pii' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Reservation', purpose: 'the confirmed promise with price and policy as agreed', store: 'record', alsoCalled: ['appointment', 'booking', 'ticket', 'rental', 'visit', 'lesson'], rowBytes: 600, createdBy: 'confirm-reservation', rowsPerOperation: 1, retentionDays: 2_555,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'customerId', type: 'uuid', references: 'Customer.id' },
        { name: 'resourceTypeId', type: 'uuid', references: 'ResourceType.id' },
        { name: 'slotId', type: 'uuid', nullable: true, references: 'Slot.id' }, { name: 'startsAt', type: 'timestamptz' },
        { name: 'endsAt', type: 'timestamptz' }, { name: 'quantity', type: 'smallint' },
        { name: 'status', type: 'text', values: ['awaiting-payment', 'confirmed', 'checked-in', 'completed', 'cancelled', 'no-show'] },
        { name: 'priceMinor', type: 'bigint' }, { name: 'currency', type: 'char(3)' },
        { name: 'paymentReference', type: 'text', nullable: true, unique: true }, { name: 'idempotencyKey', type: 'text', unique: true },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'ReservationEvent', purpose: 'what happened to a reservation, for disputes and audits', store: 'journal', rowBytes: 280, createdBy: 'confirm-reservation', rowsPerOperation: 4, retentionDays: 2_555,
      fields: [
        { name: 'reservationId', type: 'uuid', key: true, references: 'Reservation.id' }, { name: 'occurredAt', type: 'timestamptz', key: true },
        { name: 'kind', type: 'text', key: true }, { name: 'actor', type: 'text' }, { name: 'detail', type: 'jsonb' },
      ],
    },
  ],
  // One view of an offer in ten leads to a hold or booking page, and fewer than half of the holds are paid.
  operations: [
    {
      id: 'search-availability', summary: 'Find what is free in a range of dates, with prices', actor: 'customer', method: 'GET', path: '/availability', kind: 'read', share: 0.6,
      requestBytes: 200, responseBytes: 8_000, latencyP99Ms: 600, entity: 'InventoryDay', list: true,
      synonyms: ['search availability', 'check availability', 'search room', 'find slot', 'find hotel', 'browse event', 'search appointment', 'view calendar', 'search seat'],
    },
    {
      id: 'get-resource', summary: 'Show one offer with description and policy', actor: 'customer', method: 'GET', path: '/resources/{resourceTypeId}', kind: 'read', share: 0.3,
      requestBytes: 100, responseBytes: 10_000, latencyP99Ms: 300, entity: 'ResourceType',
      synonyms: ['view room', 'view event', 'view venue', 'view listing', 'see seat map', 'view doctor'],
    },
    {
      id: 'place-hold', summary: 'Hold units for some minutes while the customer pays', actor: 'customer', method: 'POST', path: '/holds', kind: 'write', share: 0.02,
      requestBytes: 300, responseBytes: 300, latencyP99Ms: 500, entity: 'Hold', idempotent: true,
      synonyms: ['hold seat', 'hold room', 'place hold', 'select seat', 'pick slot', 'lock slot'],
      body: [
        { name: 'resourceTypeId', type: 'uuid', references: 'ResourceType.id' },
        { name: 'slotId', type: 'uuid', nullable: true, references: 'Slot.id' }, { name: 'startsOn', type: 'date' }, { name: 'endsOn', type: 'date' },
        { name: 'quantity', type: 'smallint' },
      ],
      example: { resourceTypeId: '0197a620-aa00-7000-8000-0000000000d1', startsOn: '2026-07-03', endsOn: '2026-07-06', quantity: 1 },
    },
    {
      id: 'confirm-reservation', summary: 'Turn a hold into a reservation and take the payment', actor: 'customer', method: 'POST', path: '/reservations', kind: 'write', share: 0.008,
      requestBytes: 1_200, responseBytes: 900, latencyP99Ms: 2_500, entity: 'Reservation', idempotent: true,
      synonyms: ['book room', 'book appointment', 'make reservation', 'make booking', 'reserve table', 'buy ticket', 'book seat', 'confirm booking', 'book', 'reserve', 'schedule appointment', 'create reservation', 'booking'],
      body: [
        { name: 'holdId', type: 'uuid', references: 'Hold.id' }, { name: 'guestName', type: 'text', classification: 'pii' },
        { name: 'paymentToken', type: 'text', classification: 'secret' }, { name: 'expectedPriceMinor', type: 'bigint' },
      ],
      example: { holdId: '0197a621-0f00-7111-8222-0123456789ab', guestName: 'Ada Brink', paymentToken: 'tok_9s1', expectedPriceMinor: 38_700 },
    },
    {
      id: 'list-reservations', summary: 'Show one’s reservations', actor: 'customer', method: 'GET', path: '/reservations', kind: 'read', share: 0.05,
      requestBytes: 100, responseBytes: 5_000, latencyP99Ms: 400, entity: 'Reservation', list: true,
      synonyms: ['view reservation', 'list booking', 'manage booking', 'view trip', 'view ticket'],
    },
    {
      id: 'cancel-reservation', summary: 'Cancel under the agreed policy and free the units', actor: 'customer', method: 'POST', path: '/reservations/{reservationId}/cancellation', kind: 'write', share: 0.001,
      requestBytes: 200, responseBytes: 300, latencyP99Ms: 800, entity: 'Reservation', idempotent: true, asynchronous: true,
      synonyms: ['cancel reservation', 'cancel booking', 'cancel appointment', 'reschedule appointment', 'refund ticket'],
      body: [{ name: 'reason', type: 'text', nullable: true }], example: { reason: 'travel plans changed' },
    },
    {
      id: 'change-inventory', summary: 'Set units, prices and closed days', actor: 'venue', method: 'PUT', path: '/resources/{resourceTypeId}/inventory', kind: 'write', share: 0.014,
      requestBytes: 3_000, responseBytes: 300, latencyP99Ms: 1_500, entity: 'InventoryDay', idempotent: true,
      synonyms: ['manage inventory', 'set availability', 'update price', 'publish event', 'block date', 'manage calendar'],
      body: [{ name: 'days', type: 'jsonb' }],
      example: { days: [{ day: '2026-07-03', total: 24, priceMinor: 12_900 }, { day: '2026-07-04', total: 24, priceMinor: 14_900 }] },
    },
    {
      id: 'record-payment-event', summary: 'Take a signed event of the payment provider', actor: 'provider', method: 'POST', path: '/payments/{provider}/events', kind: 'write', share: 0.007,
      requestBytes: 2_500, responseBytes: 20, latencyP99Ms: 600, entity: 'Reservation', asynchronous: true, idempotent: true,
      synonyms: ['pay booking', 'process payment', 'handle payment webhook'],
      body: [{ name: 'eventId', type: 'text' }, { name: 'type', type: 'text' }, { name: 'paymentReference', type: 'text' }],
      example: { eventId: 'evt_2Lq', type: 'payment.captured', paymentReference: 'pi_77b' },
    },
  ],
  mainOperation: 'confirm-reservation',
  flows: [
    {
      id: 'search', title: 'Search what is free', operation: 'search-availability', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'GET availability for dates, place and party' },
        { from: 'api', to: 'cache', action: 'read the answer of the last half minute for the same dates' },
        { from: 'api', to: 'primary-store', action: 'on a miss, range over the days and keep types free on every one of them' },
        { from: 'api', to: 'client', action: 'answer offers; they are re-checked when one is held' },
      ],
    },
    {
      id: 'hold-and-book', title: 'Hold, pay, book', operation: 'confirm-reservation', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST a hold' },
        { from: 'api', to: 'primary-store', action: 'raise `taken` on each day only where it stays within the limit, in date order and one transaction; answer 409 otherwise' },
        { from: 'client', to: 'api', action: 'POST the reservation with hold, payment token and Idempotency-Key' },
        { from: 'api', to: 'external:payment', action: 'authorise the amount with the hold id as key' },
        { from: 'api', to: 'primary-store', action: 'insert the reservation and outbox row and convert the hold in one transaction, refusing a hold that has expired' },
        { from: 'api', to: 'external:payment', action: 'capture; cancel the authorisation when the insert was refused' },
      ],
    },
    {
      id: 'expire-holds', title: 'Release expired holds', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'take active holds past their time, skipping rows that another worker holds' },
        { from: 'worker', to: 'primary-store', action: 'mark each expired and lower `taken` in the same transaction' },
        { from: 'worker', to: 'cache', action: 'drop the cached answers of those days' },
      ],
    },
    {
      id: 'remind', title: 'Confirm and remind', mode: 'async',
      steps: [
        { from: 'worker', to: 'queue', action: 'enqueue the confirmation from the outbox and a reminder for the day before, in the venue’s time zone' },
        { from: 'queue', to: 'worker', action: 'deliver the reminder when it is due' },
        { from: 'worker', to: 'primary-store', action: 'drop it if the reservation has been cancelled' },
        { from: 'worker', to: 'external:email', action: 'send the message' },
      ],
    },
    {
      id: 'sync-channels', title: 'Keep partner channels in step', mode: 'async',
      steps: [
        { from: 'worker', to: 'queue', action: 'enqueue each change of availability, merged per type and day' },
        { from: 'worker', to: 'external:channel-manager', action: 'push the new count' },
        { from: 'worker', to: 'primary-store', action: 'compare counts once a night and correct the partner' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'free-days', entity: 'InventoryDay', purpose: 'availability over a range of dates', by: ['resourceTypeId', 'day'], order: 'day asc', kind: 'range', operation: 'search-availability' },
    { id: 'types-of-venue', entity: 'ResourceType', purpose: 'what a venue offers', by: ['venueId'], kind: 'lookup', operation: 'search-availability' },
    { id: 'resource-by-id', entity: 'ResourceType', purpose: 'one offer', by: ['id'], kind: 'lookup', operation: 'get-resource' },
    { id: 'slots-of-unit', entity: 'Slot', purpose: 'overlap check and seat map', by: ['resourceTypeId', 'unit', 'startsAt'], order: 'startsAt asc', kind: 'range', operation: 'place-hold' },
    { id: 'hold-by-id', entity: 'Hold', purpose: 'convert or release', by: ['id'], kind: 'lookup', operation: 'confirm-reservation' },
    { id: 'expired-holds', entity: 'Hold', purpose: 'sweep', by: ['state', 'expiresAt'], order: 'expiresAt asc', kind: 'queue' },
    { id: 'reservations-of-customer', entity: 'Reservation', purpose: 'upcoming and past', by: ['customerId', 'startsAt'], order: 'startsAt desc', kind: 'range', operation: 'list-reservations' },
    { id: 'arrivals-of-day', entity: 'Reservation', purpose: 'who comes on a day', by: ['resourceTypeId', 'startsAt'], order: 'startsAt asc', kind: 'range' },
    { id: 'reservation-by-payment', entity: 'Reservation', purpose: 'match a payment event', by: ['paymentReference'], kind: 'lookup', operation: 'record-payment-event' },
  ],
  events: [
    { name: 'HoldPlaced', when: 'units are set aside', entity: 'Hold', consumers: ['availability-cache'] },
    { name: 'ReservationConfirmed', when: 'reservation is stored and the payment authorised', entity: 'Reservation', consumers: ['notifications', 'channels', 'analytics'] },
    { name: 'ReservationCancelled', when: 'either side cancels', entity: 'Reservation', consumers: ['notifications', 'channels', 'payments'] },
    { name: 'AvailabilityChanged', when: 'the free units of a day change', entity: 'InventoryDay', consumers: ['availability-cache', 'channels'] },
  ],
  externals: [
    { id: 'payment', name: 'Payment provider', purpose: 'authorises at booking, captures or releases later', providers: ['Stripe', 'Adyen', 'Mollie'], timeoutMs: 10_000, share: 0.3 },
    { id: 'email', name: 'E-mail provider', purpose: 'confirmation and reminder', providers: ['Amazon SES', 'SendGrid', 'Postmark'], timeoutMs: 5_000, share: 0.5 },
    { id: 'channel-manager', name: 'Partner channels', purpose: 'other places where the same units are sold', providers: ['SiteMinder', 'Google Reserve'], timeoutMs: 10_000, share: 0.2 },
  ],
  consistency: [
    { scope: 'units of a day, seat or slot', need: 'strong; no more promises than the limit', why: 'two guests with one room is the failure the product exists to prevent' },
    { scope: 'availability search', need: 'eventual within 30 seconds, checked again at the hold', why: 'searches outnumber bookings by twenty to one and more' },
    { scope: 'payment and reservation', need: 'exactly-once effects: both or neither', why: 'money without a booking is a complaint, a booking without money a loss' },
    { scope: 'own reservations', need: 'read-your-writes', why: 'the confirmation page must show what was just booked' },
  ],
  needs: ['transactions', 'unique-constraint', 'conditional-write', 'joins', 'point-read', 'range-scan', 'work-queue', 'delayed-delivery', 'dead-letter'],
  defaults: [
    { key: 'rpo', value: interval(0, 60, 3_600), unit: 's', reason: 'a confirmed booking that is gone is a guest at the door' },
    { key: 'duration', subject: 'hold', value: interval(300, 600, 900), unit: 's', reason: 'time to pay with a second factor; longer holds starve other buyers' },
    { key: 'duration', subject: 'stay', value: interval(SECONDS_PER_DAY, 3 * SECONDS_PER_DAY, 7 * SECONDS_PER_DAY), unit: 's', reason: 'nights of a typical booking', source: { title: 'System Design Interview notes, chapter 23: hotel reservation', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter23/README.md', asOf: '2025-03-01', confidence: 'C', note: '3 days at 70 % occupancy' } },
    { key: 'duration', subject: 'booking-horizon', value: interval(90 * SECONDS_PER_DAY, 365 * SECONDS_PER_DAY, 730 * SECONDS_PER_DAY), unit: 's', reason: 'how far ahead inventory rows exist' },
    { key: 'share', subject: 'occupancy', value: interval(0.4, 0.7, 0.9), unit: 'ratio', reason: 'bookings follow from units and occupancy when no rate is given' },
    { key: 'share', subject: 'overbooking', value: interval(0, 0, 0.1), unit: 'ratio', reason: 'a deliberate policy of hotels and airlines, off unless asked for' },
    { key: 'retention', subject: 'reservation', value: interval(3 * 365 * SECONDS_PER_DAY, 7 * 365 * SECONDS_PER_DAY, 10 * 365 * SECONDS_PER_DAY), unit: 's', reason: 'it is a commercial record' },
    { key: 'availability', value: interval(0.999, 0.9995, 0.9999), unit: 'ratio', reason: 'guests book elsewhere within a minute' },
    { key: 'population', subject: 'venue', value: interval(1, 50, 5000), unit: 'count', reason: 'one chain or a regional platform' },
    { key: 'population', subject: 'resource-type', value: interval(3, 500, 50000), unit: 'count', reason: 'some ten offers for each venue' },
    { key: 'population', subject: 'inventory-day', value: interval(1_000, 180_000, 36_500_000), unit: 'count', reason: 'types times days of the booking horizon' },
    { key: 'population', subject: 'channel', value: interval(0, 0, 20), unit: 'count', reason: 'direct sales only unless partners are named' },
  ],
  operationsPerUserPerDay: assumption('API requests a daily visitor causes', interval(6, 12, 30), 'count', 'several searches over dates, two or three offers looked at'),
  peakFactor: assumption('peak ÷ mean', interval(2, 3, 100), 'ratio', 'daytime gives 3; the minute in which tickets go on sale can exceed a hundred and is the brief’s to state'),
  jobs: {
    perMainOperation: assumption('jobs a reservation starts', interval(2, 4, 8), 'count', 'confirmation, reminder, payment event, channel updates'),
    seconds: assumption('time a job holds a worker', interval(0.1, 0.3, 1), 's', 'one provider call'),
    bytes: assumption('message on the queue', interval(300, 600, 1_500), 'B', 'ids and event name'),
  },
  risks: [
    { risk: 'two buyers race for the last unit and both win, or all wait on its row', failureModes: ['db-lock-contention', 'hot-key'] },
    { risk: 'an on-sale moment brings everyone at once', failureModes: ['thundering-herd', 'cascading-overload', 'autoscaler-lag'] },
    { risk: 'expired holds are not swept, or swept twice', failureModes: ['cron-overlap'] },
    { risk: 'the payment went through and the booking did not', failureModes: ['payment-ambiguous'] },
    { risk: 'a search shows rooms that are gone', failureModes: ['stale-cache', 'db-replica-lag'] },
    { risk: 'clocks disagree about when a hold ended', failureModes: ['clock-skew'] },
  ],
  mechanisms: ['booking-without-overselling', 'inventory-reservation', 'price-snapshot', 'saga-compensation', 'idempotency-key', 'leased-scheduler', 'transactional-outbox', 'backpressure-and-shedding', 'request-coalescing', 'distributed-lock-and-why-not'],
  questions: [
    { id: 'uniqueness', question: 'Are units interchangeable (24 double rooms) or distinct (seat 12A)?', default: 'interchangeable units', changes: 'a counter per day, or one row per unit with an overlap constraint', key: 'capability', subject: 'distinct-units', priority: 1 },
    { id: 'on-sale-peak', question: 'How far above the average does the busiest minute go?', default: '3', changes: 'a waiting room in front, capacity prepared before a sale', key: 'peak-factor', priority: 2 },
    { id: 'bookings', question: 'How many reservations a day?', default: '2,000 reservations per day', changes: 'size of search and booking tiers', key: 'volume', subject: 'confirm-reservation', priority: 3 },
    { id: 'hold-time', question: 'How long is a unit held before payment?', default: '10 minutes', changes: 'units hidden from others while nobody pays', key: 'duration', subject: 'hold', priority: 4 },
    { id: 'overbooking', question: 'Is selling more than exists allowed, and by how much?', default: '0%', changes: 'the limit in the conditional update, and a process for guests turned away', key: 'share', subject: 'overbooking', priority: 5 },
    { id: 'partners', question: 'On how many partner channels are the same units sold?', default: '0', changes: 'synchronisation, nightly comparison, a safety margin', key: 'population', subject: 'channel', priority: 6 },
  ],
  nonGoals: ['revenue management and dynamic pricing models', 'door locks and check-in hardware', 'loyalty programmes'],
  sources: [
    { title: 'System Design Interview notes, chapter 23: hotel reservation', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter23/README.md', asOf: '2025-03-01', confidence: 'C', note: '1 M rooms, 240,000 reservations a day, one view in ten leads to a booking page, one in ten of those to a booking' },
    { title: 'DeathStarBench: hotel reservation', url: 'https://github.com/delimitrou/DeathStarBench/tree/6ecb097/hotelReservation', asOf: '2024-06-27', confidence: 'A' },
    { title: 'Grokking System Design: Ticketmaster', url: 'https://github.com/Jeevan-kumar-Raj/Grokking-System-Design/blob/dcafc27/designs/ticketmaster.md', asOf: '2020-08-08', confidence: 'C' },
  ],
});
