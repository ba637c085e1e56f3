import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankActors, rankEntities, readIntent, readWords, singularise, titleOf, verbKind } from './index.ts';
import { isNegated } from './negation.ts';

const clauses = (text: string): string =>
  readWords(text)
    .sentences.flatMap((sentence) =>
      sentence.clauses.map(
        ({ actor, verb, object, isNegated: refused }) => `${refused ? 'not ' : ''}${actor ?? '-'} ${verb} ${object}`,
      ),
    )
    .join('; ');

describe('who does what to what', () => {
  test.each([
    ['two objects', 'Customers upload photos and videos.', 'customer upload photo; customer upload video'],
    [
      'two clauses and a pronoun',
      'Customers upload photos, and editors review them.',
      'customer upload photo; editor review photo',
    ],
    [
      'a list of actors',
      'Doctors, nurses and billing staff read charts.',
      'doctor read chart; nurse read chart; billing staff read chart',
    ],
    ['passive voice', 'Orders are placed by customers and shipped by couriers.', 'customer place order; courier ship order'],
    ['a passive with get', 'Rooms get assigned to cleaners, they mark rooms done.', '- assign room; - mark room'],
    ['what is done to the thing before it', 'Visits documented and billed to insurers.', '- document visit; - bill visit'],
    [
      'a thing after a comma is not the object before it',
      'Nurses visit clients, route planned overnight.',
      'nurse visit client; - plan route',
    ],
    [
      'a deed without an object',
      '220 choirs apply, a jury scores performances.',
      'choir apply application; jury score performance',
    ],
    ['who does it stands next to the verb', '40,000 bays with sensors, drivers pay by app.', 'driver pay payment'],
    ['no list without a conjunction', '18 locations, patients book online.', 'patient book booking'],
    ['an object taken up by them', 'Shippers post loads, carriers bid on them.', 'shipper post load; carrier bid load'],
    ['a word of briefs that the verb makes a thing', 'Shelters review applications.', 'shelter review application'],
    ['retention is no deed', 'Evidence kept for five years.', ''],
    ['can', 'Astronomers can calibrate dishes.', 'astronomer calibrate dish'],
    [
      'a list of verbs',
      'Users create, edit and share documents.',
      'user create document; user edit document; user share document',
    ],
    ['they', 'Users create documents. They can also comment on paragraphs.', 'user create document; user comment paragraph'],
    ['imperative', 'Store invoices seven years.', '- store invoice'],
    ['a gerund', 'A backend for tracking parcels and notifying recipients.', '- track parcel; - notify recipient'],
    [
      'an object with a preposition',
      'Buyers bid on lots and the auctioneer closes the sale.',
      'buyer bid lot; auctioneer close sale',
    ],
    [
      'somebody made able',
      'It must allow teachers to grade homework and parents to view report cards.',
      'teacher grade homework; parent view report card',
    ],
    ['a relative clause', 'People who share links pay fees.', 'person share link; person pay fee'],
    ['an object relative', 'Photos that users upload are resized.', 'user upload photo; - resize photo'],
    ['a subject behind a preposition', 'Vans in the EU and the US send positions.', 'van send position'],
    [
      'no subject from an earlier object',
      'Antennas receive frames, operators schedule passes.',
      'antenna receive frame; operator schedule pass',
    ],
    ['a refusal', 'Users do not delete invoices.', 'not user delete invoice'],
    ['a verb that is a noun', 'Customer orders are stored. Users order food.', '- store customer order; user order food'],
    ['an unknown verb with s', 'Each gateway decrypts every packet.', 'gateway decrypt packet'],
    ['the request itself is no clause', 'Design a system for our team.', ''],
    ['a number inside', 'Farmers deliver 30 crates of apples.', 'farmer deliver crate'],
  ])('%s', (_, text, expected) => {
    expect(clauses(text)).toBe(expected);
  });
});

describe('terms', () => {
  const brief =
    'Members borrow books for two weeks, librarians add books and titles. 30,000 members hold reservations on our platform.';
  test('entities are acted upon, most acted upon first', () => {
    expect(rankEntities(readWords(brief)).map(({ name }) => name)).toEqual(['book', 'title', 'reservation']);
  });
  test('actors act', () => {
    expect(rankActors(readWords(brief)).map(({ name }) => name)).toEqual(['member', 'librarian']);
  });
  test('an adjective is the same thing where the noun stands alone too', () => {
    expect(
      rankEntities(readWords('Clerks scan paper tickets. Clerks scan electronic tickets and sell tickets.')).map(
        ({ name }) => name,
      ),
    ).toContain('ticket');
  });
});

test.each([
  ['deliveries', 'delivery'],
  ['boxes', 'box'],
  ['people', 'person'],
  ['statuses', 'status'],
  ['bus', 'bus'],
  ['addresses', 'address'],
  ['leaves', 'leaf'],
  ['analyses', 'analysis'],
  ['news', 'news'],
  ['photos', 'photo'],
  ['class', 'class'],
  ['heroes', 'hero'],
  ['databases', 'database'],
  ['ids', 'id'],
  ['gas', 'gas'],
])('singular of %s is %s', (plural, singular) => {
  expect(singularise(plural)).toBe(singular);
});

test.each([
  ['view', 'read'],
  ['upload', 'write'],
  ['send', 'stream'],
  ['transcode', 'job'],
  ['defenestrate', 'write'],
  ['sign up', 'write'],
])('%s is a %s', (verb, kind) => {
  expect(verbKind(verb)).toBe(kind);
});

describe('sentences', () => {
  test.each<[string, string, readonly string[]]>([
    ['stops', 'One. Two! Three?', ['One.', 'Two!', 'Three?']],
    [
      'decimals, versions and names',
      'At 1.5M a day, e.g. with Node.js 20.1 it runs. Next.',
      ['At 1.5M a day, e.g. with Node.js 20.1 it runs.', 'Next.'],
    ],
    ['list items', 'Needs:\n- photos\n- 30 days\n\nThen more', ['Needs:', '- photos', '- 30 days', 'Then more']],
    [
      'wrapped lines',
      'This line was wrapped by an editor at about sixty columns\nand goes on here.',
      ['This line was wrapped by an editor at about sixty columns\nand goes on here.'],
    ],
    ['no space behind the stop', 'Users write.They read.', ['Users write.', 'They read.']],
  ])('%s', (_, text, expected) => {
    expect(readWords(text).sentences.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('negation ends with its clause', () => {
  test.each([
    ['no Kubernetes, Kafka or microservices', 'microservices', true],
    ['no Kubernetes, we like Kafka', 'Kafka', false],
    ['not only AWS but GCP', 'GCP', false],
    ['we do not want Kafka', 'Kafka', true],
    ['anything other than Kafka', 'Kafka', true],
    ['stay away from Kafka', 'Kafka', true],
    ['without Kafka', 'Kafka', true],
    ['no longer than a day in Kafka', 'Kafka', false],
    ['instead of RabbitMQ use Kafka', 'Kafka', false],
  ])('%s: %s', (text, word, expected) => {
    const [sentence] = readWords(text).sentences;
    expect(
      isNegated(
        sentence!.words,
        sentence!.words.findIndex((found) => found.text === word),
      ),
    ).toBe(expected);
  });
});

describe('intent', () => {
  test.each([
    ['I need a database for a high-write logging system.', 'choose'],
    ['Which message queue should we use for 200 jobs a second?', 'choose'],
    ['We need a message broker between five services.', 'choose'],
    ['SQS vs RabbitMQ for order events?', 'compare'],
    ['What is the difference between SQS and Kafka?', 'compare'],
    ['How much disk does a month of readings take?', 'estimate'],
    ['What would it cost to run a forum for 5,000 people?', 'estimate'],
    ['Review our architecture: a monolith on two machines.', 'review'],
    ['Explain why event sourcing is risky.', 'explain'],
    ['Why does a queue need a dead letter?', 'explain'],
    ['Design the backend for a choir. What would it cost?', 'design'],
    ['Members borrow books for two weeks.', 'design'],
    ['Editors review the articles of our authors and check the system.', 'design'],
  ])('%s', (text, intent) => {
    expect(readIntent(readWords(text))).toBe(intent);
  });
  test('two technologies joined by or in a question', () => {
    expect(readIntent(readWords('Redis or Valkey for sessions?'), () => 2)).toBe('compare');
  });
});

describe('title', () => {
  test.each([
    [
      'Design a notification service for our e-commerce platform. 100K users.',
      'Notification service for our e-commerce platform',
    ],
    ['Design the backend for our delivery-van tracking. 80,000 vans.', 'Delivery-van tracking'],
    ['We are building a marketplace for used books.', 'Marketplace for used books'],
    ['A library lending system: members borrow books.', 'Library lending system'],
    ['   \n# Bed tracker\n\nNurses move beds.', 'Bed tracker'],
    ['', 'Backend'],
    ['please help', 'Backend'],
  ])('%s', (text, title) => {
    expect(titleOf(readWords(text))).toBe(title);
  });
});

describe('any text', () => {
  const fragments = fc
    .array(
      fc.constantFrom(
        'users',
        ' upload ',
        'photos',
        ', ',
        ' and ',
        '. ',
        '\n- ',
        ' that ',
        ' by ',
        ' is ',
        'no ',
        '’s ',
        "'",
        'a lot of ',
        ' to ',
        '1.5M',
        '(',
        ')',
        'É',
        '𝒳',
        '\u200d',
        ' ',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));
  test('keeps every character in order and quotes exactly', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }), fragments),
        (text) => {
          const { sentences } = readWords(text);
          const seen = sentences
            .flatMap(({ words }) => words)
            .map(({ text: word }) => word)
            .join('');
          expect(seen).toBe(text.replaceAll(/\s/g, ''));
          for (const { at } of sentences.flatMap((sentence) => sentence.clauses))
            expect(text.slice(at.start, at.end)).toBe(at.quote);
        },
      ),
      { numRuns: 500 },
    );
  });
  test('time grows with length, not with its square', () => {
    for (const piece of ['a, ', 'a lot of ', 'users send and ', 'not ', '.', '\n', 'very ']) {
      const time = (length: number): number => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        const from = performance.now();
        readWords(text);
        return performance.now() - from;
      };
      // The quickest of three: another process on the core is no property of the code. A square would be 64 times.
      const least = (length: number): number => Math.min(time(length), time(length), time(length));
      expect(least(40_000)).toBeLessThan(Math.max(100, least(5_000) * 40));
    }
  });
});
