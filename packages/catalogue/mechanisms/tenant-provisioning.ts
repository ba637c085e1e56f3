import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'tenant-provisioning',
  name: 'Tenant provisioning, moves and deletion',
  problem: '{{tenants}} organisations come by themselves, {{signUps}} a month, some grow out of the shared store, and {{departures}} a month leave and want nothing left behind. By hand that is {{handHours}} of people’s time a month, and a step forgotten is a leak.',
  when: { formula: 'max(0, tenants - 1)', reason: 'organisations are set up, moved and removed without people' },
  structure: 'tenant(id, name, plan, state: requested | provisioning | active | moving | suspended | deleting | deleted, placement_id, version); placement(id, kind: pooled | dedicated, endpoint, region, capacity, taken); provisioning_step(tenant_id, step, attempt, state, finished_at, primary key (tenant_id, step)). The control plane owns these three tables; the application reads tenant → placement from a cache that lives {{routingTtl}}.',
  steps: [
    'Onboarding writes tenant and its steps in one transaction (primary key tenant_id, step) and answers at once; the person sees the steps go by.',
    'A worker takes one step at a time under a lease: placement with the most room, database or schema, roles, keys, default records, domain, welcome mail. Each step is found done when repeated.',
    'Pooled by default: a row in the shared store under row-level security. A dedicated database by contract, made from the same migrations.',
    'Migrations run placement by placement, pooled ones first; a tenant’s schema version stands in its row, and old code is never routed to a new schema.',
    'Move: copy by key range, follow changes, hold writes of this tenant for {{moveHold}} at most, switch placement_id by conditional update on version, drop the source after {{grace}}.',
    'Deletion: state deleting refuses requests at once; after {{grace}} of grace the rows or the database, objects, search documents and keys go, and backups forget the tenant because its data key is destroyed.',
    'A reconciler compares tenant rows with what exists in each placement every hour and repairs or reports.',
  ],
  parameters: {
    growthShare: assumption('new organisations a month ÷ existing', interval(0.01, 0.03, 0.1), 'ratio', 'a young self-service product grows by some percent a month'),
    churnShare: assumption('organisations that leave in a month', interval(0.005, 0.02, 0.04), 'ratio', 'small customers leave at some percent a month'),
    handwork: assumption('setting up or removing one by hand', interval(0.5, 1, 3), 'h', 'database, roles, keys, domain, checks'),
    pooledSeconds: assumption('steps of a pooled tenant', interval(1, 5, 20), 's', 'rows, a role, a key, default records'),
    dedicatedSeconds: assumption('steps of a dedicated database', interval(180, 600, 1_800), 's', 'a managed instance takes minutes to start'),
    routingSeconds: assumption('time a routing entry lives in the cache', 60, 's', 'a move waits it out before the source goes'),
    moveSeconds: assumption('longest hold of writes during a move', 30, 's', 'the last changes are few when the copy has caught up'),
    graceDays: assumption('grace before data goes', interval(0, 7, 30), 'count', 'an accidental cancellation is taken back; a contract may ask for a day'),
  },
  computed: [
    { id: 'signUps', label: 'onboardings a month', unit: 'count', formula: 'max(1, ceil(tenants * growthShare))', meaning: 'each runs all steps' },
    { id: 'departures', label: 'deletions a month', unit: 'count', formula: 'ceil(tenants * churnShare)', meaning: 'each leaves nothing' },
    { id: 'handHours', label: 'by hand', unit: 'h', formula: '(signUps + departures) * handwork', meaning: 'people’s time a month without this mechanism' },
    { id: 'pooledReady', label: 'pooled tenant ready', unit: 's', formula: 'pooledSeconds', meaning: 'while the person waits' },
    { id: 'dedicatedReady', label: 'dedicated tenant ready', unit: 's', formula: 'dedicatedSeconds', meaning: 'announced by mail' },
    { id: 'routingTtl', label: 'routing entry', unit: 's', formula: 'routingSeconds', meaning: 'age of what the application believes' },
    { id: 'moveHold', label: 'hold of writes', unit: 's', formula: 'moveSeconds', meaning: 'of the tenant that moves; others notice nothing' },
    { id: 'grace', label: 'grace', unit: 's', formula: 'graceDays * 86400 * oneSecond', meaning: 'between cancellation and deletion' },
  ],
  tradeOff: 'A tenant is ready in {{pooledReady}} without anyone’s work, and one that grows moves with a hold of {{moveHold}}; the price is a control plane with a state machine, and every migration runs once for each placement.',
  rejected: { alternative: 'a database for every tenant from the first day', because: 'each costs its minimum every month and lengthens every migration; pooled rows under row-level security isolate as well for those who sign no contract about it' },
  edgeCase: { case: 'provisioning fails after the sign-up page said yes: the person signs up again with the same address, and two half tenants exist', cure: 'the tenant’s domain or address is unique, a second sign-up continues the first one’s steps, and the reconciler removes what stayed half for a day' },
  snippet: { language: 'sql', code: `UPDATE provisioning_step
   SET state = 'running', attempt = attempt + 1, lease_until = now() + interval '2 minutes'
 WHERE (tenant_id, step) = (
   SELECT tenant_id, step FROM provisioning_step
    WHERE state = 'pending' OR (state = 'running' AND lease_until < now())
    ORDER BY tenant_id, position LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING tenant_id, step, attempt;` },
  sources: [{ title: 'AWS Well-Architected, SaaS Lens: tenant onboarding', url: 'https://docs.aws.amazon.com/wellarchitected/latest/saas-lens/saas-lens.html', asOf: 'undated', confidence: 'B' }, { title: 'Microsoft Azure Architecture Center, Multitenant solutions: tenant lifecycle considerations', url: 'https://learn.microsoft.com/azure/architecture/guide/multitenant/considerations/tenant-lifecycle', asOf: 'undated', confidence: 'B' }],
});
