import { catalogue } from '@archwright/catalogue';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchDomains, signatureOf } from './index.ts';

const signatures = catalogue.archetypes.map(signatureOf);
const matched = (text: string): readonly string[] => matchDomains(text, signatures).map(({ archetype }) => archetype);

describe('one line for each domain', () => {
  test.each([
    ['media-processing', 'A YouTube-like platform for a university.'],
    ['ride-hailing', 'An Uber-like app for three cities.'],
    ['booking', 'Season tickets and a seat map for a football club.'],
    ['notifications', 'Send push, SMS and e-mail notifications to 2 million app users and keep an inbox of what they missed.'],
    ['observability-ingest', 'We need somewhere to put application logs and metrics of 300 hosts, searchable for a month.'],
    ['ecommerce-orders', 'An online shop for handmade ceramics: people browse products, fill a basket and check out.'],
    [
      'payments-ledger',
      'A wallet: customers top up, transfer money to each other, and every movement is booked in a double-entry ledger.',
    ],
    ['chat', 'Direct messages and group chat for a dating app, with read receipts.'],
    ['booking', 'Patients of a dental practice choose a free slot and book an appointment; they may cancel a day before.'],
    ['iot-telemetry', '40,000 soil sensors report moisture and temperature over MQTT every five minutes.'],
    ['media-processing', 'Creators upload videos up to 4 GB; we transcode them into five renditions and serve thumbnails.'],
    ['search-typeahead', 'Autocomplete for the search box of a job board, answers within 50 ms.'],
    ['analytics', 'Product analytics: track events from our apps and show funnels and cohorts on dashboards.'],
    ['auth-identity', 'An identity provider with SSO, MFA and password reset for all our internal tools.'],
    ['cms', 'A headless CMS where editors draft articles and publish them to three websites.'],
    ['url-shortener', 'Turn long URLs into short links and count the clicks on each.'],
    ['social-feed', 'A social network for climbers: they follow each other, post photos and scroll a news feed.'],
    ['ride-hailing', 'Riders request a ride and are matched with nearby drivers; the driver location moves on the map.'],
    ['leaderboard', 'Show the top 100 players by high score and each player’s rank, for 3 million daily gamers.'],
    ['job-scheduler', 'A job scheduler that runs 200,000 cron jobs with retries and dependencies between tasks.'],
    ['webhooks-delivery', 'Deliver webhooks to our customers’ endpoints with signatures and retries.'],
    ['saas-crud', 'A multi-tenant B2B SaaS for project management: workspaces, roles, exports.'],
    ['llm-rag', 'An AI assistant that answers questions over our handbook with embeddings and an LLM.'],
    ['healthcare-records', 'Clinical records for a hospital group: encounters, observations, consent and FHIR exchange.'],
    ['collaborative-editing', 'Several people edit the same whiteboard at once and see each other’s cursors.'],
    ['ad-click-aggregation', 'Aggregate ad clicks and impressions per campaign every minute for billing advertisers.'],
    ['auction', 'Collectors bid on stamps; the highest bid when the auction closes wins.'],
    ['inventory', 'Track stock levels in twelve warehouses, with barcode scans for every movement and replenishment.'],
    ['subscription-billing', 'Recurring billing: plans, trials, proration, invoices and dunning for 20,000 subscribers.'],
    [
      'food-delivery',
      'Hungry people order meals from local restaurants and a courier brings them; the kitchen sees the order at once.',
    ],
    ['email-marketing', 'A newsletter tool: segments, campaigns of up to 5 million mails, open rates and unsubscribe links.'],
    ['feature-flags', 'Feature flags with percentage rollout and targeting rules, read by SDKs in 400 services.'],
  ])('%s', (archetype, brief) => {
    expect(matched(brief)[0]).toBe(archetype);
  });
});

describe('several domains in one brief', () => {
  test.each([
    ['A web shop with payments and notifications.', ['ecommerce-orders', 'payments-ledger', 'notifications']],
    ['An online store with full-text search and product analytics.', ['ecommerce-orders', 'search-typeahead', 'analytics']],
    [
      'A telemedicine platform with appointment booking and chat between doctor and patient.',
      ['healthcare-records', 'booking', 'chat'],
    ],
    ['A multiplayer game backend with a leaderboard and a chat room per match.', ['leaderboard', 'chat']],
    [
      'Smart meters send readings over MQTT; households get monthly invoices from usage-based pricing.',
      ['iot-telemetry', 'subscription-billing'],
    ],
    ['A multi-tenant CRM that delivers webhooks to other tools.', ['saas-crud', 'webhooks-delivery']],
    ['A social network where people upload videos that are transcoded.', ['social-feed', 'media-processing']],
    [
      'An auction house with payouts to sellers through a ledger and push notifications when outbid.',
      ['auction', 'payments-ledger', 'notifications'],
    ],
    ['A warehouse inventory system feeding an e-commerce storefront.', ['inventory', 'ecommerce-orders']],
    ['A headless CMS with full-text search and SSO login through OAuth.', ['cms', 'search-typeahead', 'auth-identity']],
  ])('%s', (brief, archetypes) => {
    expect(matched(brief)).toEqual(expect.arrayContaining([...archetypes]));
  });
});

describe('none', () => {
  test.each([
    'A library lending system: members borrow books for two weeks, librarians add titles.',
    'A satellite ground station: antennas track passes and operators plan contacts with spacecraft.',
    'In order to sort the archive, results come back in alphabetical order and users log in with a password.',
    'Beekeepers record the weight of each hive and compare honey yields over the years.',
    'A choir plans rehearsals, hands out scores and keeps attendance.',
    'Foresters map trees and note the year in which each was felled; availability must be 99.9 % and the timeline is four months.',
  ])('%s', (brief) => {
    expect(matched(brief)).toEqual([]);
  });
});

describe('what does not count', () => {
  test.each<[string, string, string]>([
    ['a negated word', 'A choir planner without chat and no payments.', 'chat'],
    ['log in is not logging', 'Teachers log in and log out; pupils log in too.', 'observability-ingest'],
    [
      'order as in sort',
      'Results in random order, sort order by date, in order to save time, an order of magnitude.',
      'ecommerce-orders',
    ],
    ['availability in percent', 'The availability is 99.99 %, high availability matters.', 'booking'],
    ['a book is not a booking', 'Readers review books and rate the books they own.', 'booking'],
    ['a timeline of work', 'The timeline is six months and our timeline is tight.', 'social-feed'],
  ])('%s', (_, brief, archetype) => {
    expect(matched(brief)).not.toContain(archetype);
  });
});

test('every match quotes its evidence', () => {
  const text = 'Payments and chat.\nA shop with a leaderboard: webhooks, chat.';
  const evidence = matchDomains(text, signatures).flatMap((match) => match.evidence);
  expect(evidence.length).toBeGreaterThan(3);
  for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
});

test('the order of the signatures changes nothing but ties', () => {
  const text = 'A multi-tenant shop with chat, payments, webhooks, notifications and a leaderboard.';
  fc.assert(
    fc.property(fc.shuffledSubarray(signatures, { minLength: signatures.length }), (shuffled) => {
      const scores = (list: typeof signatures) =>
        Object.fromEntries(matchDomains(text, list).map(({ archetype, score }) => [archetype, score]));
      expect(scores(shuffled)).toEqual(scores(signatures));
    }),
    { numRuns: 5 },
  );
});
