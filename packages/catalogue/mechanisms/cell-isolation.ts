import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'cell-isolation',
  name: 'Cells and shuffle sharding',
  problem: 'With {{tenants}} tenants on one stack a bad release, a poisoned record or one runaway import reaches all of them. {{cells}} cells bound that to {{blast}} of tenants.',
  when: { formula: 'tenants - tenantsPerCell', reason: 'enough tenants that one failure for all is worse than several stacks' },
  structure: 'cell(id, region, capacity, release); tenant_cell(tenant_id, cell_id, state, version) in a small router store that is read-mostly and cached at the edge. A cell is a complete copy: compute, store, queue, keys; nothing shared but the router.',
  steps: [
    'The router maps the tenant (host name or token) to its cell from a signed, cached table; it keeps working when its own store is down.',
    'New tenants go to the cell with most room; large ones get a cell of their own from {{largeTenant}} of a cell’s load.',
    'Stateless workers are shuffle-sharded: each tenant uses {{shardSize}} of the workers, so that two tenants rarely share all.',
    'Releases go cell by cell with a bake time; the first cell holds our own and friendly tenants.',
    'Moving a tenant: copy, follow the changes, stop writes for seconds, switch the version in the table, forward stragglers.',
    'Each cell is load-tested to its ceiling and closed to new tenants at {{cellFull}} of it.',
  ],
  parameters: {
    tenantsPerCell: assumption('tenants of a cell', interval(100, 500, 2000), 'count', 'small enough to move, large enough to be worth a stack'),
    workersPerCell: assumption('workers of a cell', 8, 'count', 'enough for useful combinations'),
    workersPerTenant: assumption('workers a tenant uses', 2, 'count', 'survives the loss of one'),
    largeShare: assumption('a tenant is large from', 0.2, 'ratio', 'share of a cell’s capacity'),
    fullShare: assumption('a cell is closed at', 0.7, 'ratio', 'tenants grow after they arrive'),
  },
  computed: [
    { id: 'cells', label: 'cells', unit: 'count', formula: 'max(1, ceil(tenants / tenantsPerCell))', meaning: 'by number of tenants' },
    { id: 'blast', label: 'tenants hit by a cell’s failure', unit: 'ratio', formula: '1 / cells', meaning: 'blast radius' },
    { id: 'shardSize', label: 'workers a tenant uses', unit: 'count', formula: 'workersPerTenant', meaning: 'of the cell’s workers' },
    { id: 'combinations', label: 'worker pairs', unit: 'count', formula: 'workersPerCell * (workersPerCell - 1) / 2', meaning: 'for two workers a tenant' },
    { id: 'sameShard', label: 'tenants that share all workers with a bad one', unit: 'ratio', formula: '1 / combinations', meaning: 'within its cell' },
    { id: 'largeTenant', label: 'own cell from', unit: 'ratio', formula: 'largeShare', meaning: 'of a cell’s capacity' },
    { id: 'cellFull', label: 'closed at', unit: 'ratio', formula: 'fullShare', meaning: 'of the tested ceiling' },
    { id: 'cellRequests', label: 'requests of a cell at peak', unit: '1/s', formula: 'requestPeak / cells', meaning: 'what a cell is tested for' },
  ],
  tradeOff: 'A failure reaches {{blast}} of tenants, and a runaway tenant {{sameShard}} of its cell; {{cells}} stacks must be built, watched and paid, and queries across tenants need a warehouse.',
  rejected: { alternative: 'one stack with quotas per tenant', because: 'quotas stop noise, not a bad migration, a corrupted index or a bug that one tenant’s data triggers' },
  edgeCase: { case: 'the router is the one thing all cells share, and its bad configuration is the global outage cells were meant to prevent', cure: 'the table is data with a version, pushed in waves and kept as last-known-good at the edge; the router’s code changes rarely and rolls out like a cell' },
  sources: [{ title: 'AWS, Reducing the scope of impact with cell-based architecture', url: 'https://docs.aws.amazon.com/wellarchitected/latest/reducing-scope-of-impact-with-cell-based-architecture/reducing-scope-of-impact-with-cell-based-architecture.html', asOf: '2023-09-20', confidence: 'B' }, { title: 'Amazon Builders’ Library: Workload isolation using shuffle-sharding', url: 'https://aws.amazon.com/builders-library/workload-isolation-using-shuffle-sharding/', asOf: 'undated', confidence: 'B' }],
});
