import type { Source } from '@archwright/kernel';
import type { Place } from '@archwright/model';

/**
 * What vendors of services outside the clouds commit to about the place and care of data, for the plans that are priced here.
 * An agreement that only a dearer plan brings (Neon and ClickHouse for HIPAA, Upstash with its Prod Pack) is
 * left out: the price here would not buy it. Pages were read in a stored copy; `asOf` is the page's own date, or the day read.
 */
type Attested = Readonly<Partial<Record<Place, Source>>>;

const page = (title: string, url: string, asOf = '2026-11-30'): Source => ({ title, url, asOf, confidence: 'C' });

const tursoRegions = page('Turso: locations on AWS, N. Virginia, Oregon and Paris among them', 'https://docs.turso.tech/cloud-providers');
const neonRegions = page('Neon: regions, each project lives in exactly one', 'https://neon.com/docs/introduction/regions', '2026-01-28');
const planetscaleRegions = page('PlanetScale: regions for Vitess and PostgreSQL', 'https://planetscale.com/docs/plans/regions');
const auth0Regions = page('Auth0: a tenant’s data stays in the region chosen (US, EU, AU)', 'https://community.auth0.com/t/location-of-tenant-data-processing/104690');
const sentryRegions = page('Sentry: data storage location, Iowa or Frankfurt', 'https://docs.sentry.io/organization/data-storage-location/');
const sentryAgreement = page('Sentry: business associate amendment 1.0.0', 'https://sentry.io/legal/baa', '2021-12-21');
const atlasAgreement = page('MongoDB Atlas: HIPAA, MongoDB is a business associate', 'https://www.mongodb.com/docs/atlas/architecture/current/compliance/hipaa');
const atlasRegions = page('MongoDB Atlas: cloud providers and regions', 'https://www.mongodb.com/docs/atlas/cloud-providers-regions/');
const clickhouseReports = page('ClickHouse Cloud: security and compliance reports', 'https://clickhouse.com/docs/cloud/security/compliance-overview');
const clickhouseRegions = page('ClickHouse Cloud: supported regions, Frankfurt and N. Virginia among them', 'https://clickhouse.com/docs/cloud/reference/supported-regions');
const confluentRegions = page('Confluent Cloud: regions by provider and kind of cluster', 'https://docs.confluent.io/cloud/current/clusters/regions.html');
const confluentAddendum = page('Confluent Cloud security addendum', 'https://www.confluent.io/legal/confluent-cloud-security-addendum/', '2024-07-01');
const grafanaRegions = page('Grafana Cloud: addresses by region', 'https://grafana.com/docs/grafana-cloud/security-and-account-management/region-url-formats/');
const r2Locations = page('Cloudflare R2: data location, jurisdictions', 'https://developers.cloudflare.com/r2/reference/data-location/');
const clerkHosting = page('Clerk: hosted on Google Cloud in the United States', 'https://www.getclauseapp.com/third-party-services/clerk', '2026-05-02');

export const ATTESTED = {
  turso: { 'eu-region': tursoRegions, 'us-region': tursoRegions },
  neon: { 'eu-region': neonRegions, 'us-region': neonRegions },
  planetscale: { 'eu-region': planetscaleRegions, 'us-region': planetscaleRegions },
  auth0: { 'eu-region': auth0Regions, 'us-region': auth0Regions },
  clerk: { 'us-region': clerkHosting, 'soc-2-attested': clerkHosting },
  sentry: { 'eu-region': sentryRegions, 'us-region': sentryRegions, baa: sentryAgreement },
  mongodbAtlasFlex: { 'eu-region': atlasRegions, 'us-region': atlasRegions },
  mongodbAtlas: { 'eu-region': atlasRegions, 'us-region': atlasRegions, baa: atlasAgreement },
  clickhouseCloud: { 'eu-region': clickhouseRegions, 'us-region': clickhouseRegions, 'soc-2-attested': clickhouseReports },
  confluent: { 'eu-region': confluentRegions, 'us-region': confluentRegions, 'soc-2-attested': confluentAddendum, 'pci-attested': confluentAddendum },
  grafanaCloud: { 'us-region': grafanaRegions },
  r2: { 'eu-region': r2Locations },
} as const satisfies Readonly<Record<string, Attested>>;
