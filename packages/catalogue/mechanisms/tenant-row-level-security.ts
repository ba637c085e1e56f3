import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'tenant-row-level-security',
  name: 'Tenant isolation by row-level security',
  problem: '{{tenants}} tenants share tables, and one forgotten condition in any of the queries shows one tenant’s rows to another. With {{queries}} query shapes and a slip in {{slipShare}} of them, {{expectedSlips}} such holes are to be expected without a second line.',
  when: { formula: 'max(tenants - 1, 0)', reason: 'several tenants share a store' },
  structure: 'tenant_id first in every primary key (tenant_id, id) and index; on every table a policy `tenant_id = current_setting(app.tenant_id)` USING and WITH CHECK, with FORCE ROW LEVEL SECURITY; role app_user without BYPASSRLS; app_owner only for migrations.',
  steps: [
    'The gateway authenticates and puts the tenant in the token; no tenant from a header or a path is trusted.',
    'Each request opens a transaction and calls set_config with app.tenant_id, local to that transaction: a pooled connection keeps nothing.',
    'Policies filter reads and check writes; without the setting they match nothing.',
    'Foreign keys include tenant_id, so that a row cannot point across tenants.',
    'Cache keys, object prefixes, search filters and queue messages carry the tenant as well.',
    'A test in CI signs in as one tenant and walks every operation with another’s ids; a migration that adds a table without a policy fails.',
  ],
  parameters: {
    queryShapes: assumption('query shapes per bounded context', 60, 'count', 'repositories, lists, reports; counted from the code later'),
    slip: assumption('share written without the tenant condition', interval(0.001, 0.005, 0.02), 'ratio', 'people forget; reviews find most'),
    policySeconds: assumption('cost of a policy a query', interval(0.00001, 0.00005, 0.0005), 's', 'one comparison on an indexed column; more where policies call functions'),
    largestShare: assumption('largest tenant’s share of rows', interval(0.05, 0.2, 0.6), 'ratio', 'customers differ by orders of magnitude'),
  },
  computed: [
    { id: 'queries', label: 'query shapes', unit: 'count', formula: 'queryShapes * max(contexts, 1)', meaning: 'each could forget the tenant' },
    { id: 'slipShare', label: 'slips', unit: 'ratio', formula: 'slip', meaning: 'of the shapes' },
    { id: 'expectedSlips', label: 'holes to expect', unit: 'count', formula: 'queries * slip', meaning: 'without a second line' },
    { id: 'policyCost', label: 'CPU of policies at peak', unit: 'count', formula: '(recordReadPeak + recordWritePeak) * policySeconds', meaning: 'cores' },
    { id: 'bytesPerTenant', label: 'records of a tenant', unit: 'B', formula: 'recordBytes / max(tenants, 1)', meaning: 'on average' },
    { id: 'largestTenant', label: 'records of the largest', unit: 'B', formula: 'recordBytes * largestShare', meaning: 'decides when it moves to its own partition or store' },
  ],
  tradeOff: 'A forgotten condition returns nothing instead of everything, for {{policyCost}} cores at peak; one store means one noisy tenant can slow all, and one restore brings all back to the same moment.',
  rejected: { alternative: 'a dedicated database per tenant (silo) or a schema per tenant', because: '{{tenants}} catalogues, migrations and connection pools; it pays for few large tenants or where a contract asks for a separate store or key' },
  edgeCase: { case: 'a pooled connection keeps the setting of the previous request, and the next tenant reads as the last one', cure: 'set it with transaction scope (`set_config` with is_local, or `SET LOCAL`) and never for the session; a pooler in transaction mode then cannot leak it' },
  snippet: { language: 'sql', code: `ALTER TABLE invoice ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON invoice
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));

BEGIN;
SELECT set_config('app.tenant_id', $1, true);
SELECT * FROM invoice WHERE id = $1;
COMMIT;` },
  sources: [{ title: 'PostgreSQL 18 documentation, Row Security Policies', url: 'https://www.postgresql.org/docs/18/ddl-rowsecurity.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'OWASP API Security Top 10 2023, API1 Broken Object Level Authorization', url: 'https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/', asOf: '2023', confidence: 'B' }],
});
