/** Kinds of technology and ways of building that a brief may forbid, wish for or require, apart from products. */
export const DESIGN_WORDS: readonly {
  readonly id: string;
  readonly patterns: readonly string[];
  /** Too common to mean anything unless refused, wished for or required. */ readonly isCommon?: boolean;
}[] = [
  {
    id: 'microservices',
    patterns: ['microservice|microservices|micro-service|micro-services', 'micro services', 'service mesh', 'service-mesh'],
  },
  { id: 'modular-monolith', patterns: ['monolith|monolithic', 'modular monolith', 'single deployable'] },
  { id: 'serverless', patterns: ['serverless', 'lambda|cloud functions', 'function-as-a-service|faas'] },
  { id: 'event-driven', patterns: ['event-driven', 'event driven', 'event sourcing|sourced', 'event-sourced|cqrs'] },
  { id: 'edge', patterns: ['edge computing|functions|runtime|workers', 'at|on the edge'] },
  { id: 'nosql', patterns: ['nosql|no-sql', 'document database|store|db'], isCommon: true },
  { id: 'relational-database', patterns: ['relational ?database|db|store', 'sql database|db', 'rdbms'], isCommon: true },
  {
    id: 'managed-services',
    patterns: ['managed service|services|database|databases|offering|offerings', 'fully managed', 'fully-managed', 'paas'],
  },
  { id: 'open-source', patterns: ['open source|sources', 'open-source|foss|oss'] },
  { id: 'self-hosted', patterns: ['self-hosted|self-host|self-hosting', 'self hosted|host', 'host it ourselves'] },
  { id: 'containers', patterns: ['containers|containerised|containerized|docker'], isCommon: true },
  {
    id: 'multi-cloud',
    patterns: ['multi-cloud|multicloud', 'multiple clouds', 'cloud-agnostic|cloud-neutral', 'vendor neutral', 'vendor-neutral'],
  },
  {
    id: 'vendor-lock-in',
    patterns: ['lock-in|vendor-lock-in|lockin', 'locked in', 'proprietary ?services|services|software'],
    isCommon: true,
  },
  {
    id: 'new-datastore',
    patterns: ['new|another|additional|second|extra datastore|datastores|database|databases|data-store'],
    isCommon: true,
  },
  { id: 'graphql', patterns: ['graphql'] },
  { id: 'grpc', patterns: ['grpc'] },
  { id: 'rest', patterns: ['rest|restful api|apis|endpoints|interface', 'restful'], isCommon: true },
  { id: 'websocket', patterns: ['websocket|websockets|web-sockets'] },
  { id: 'message-queue', patterns: ['message queue|queues|broker|brokers|bus'], isCommon: true },
  { id: 'cache', patterns: ['cache|caches|caching'], isCommon: true },
  { id: 'orm', patterns: ['orm|orms'], isCommon: true },
  {
    id: 'third-party-services',
    patterns: ['third-party|external services|service|dependencies|vendors|processors|apis', 'third party services|apis|vendors'],
    isCommon: true,
  },
  { id: 'cloud', patterns: ['cloud|clouds', 'public cloud'], isCommon: true },
];
/** Words for the user's own machines. */
export const ON_PREMISES = [
  'on-premises|on-premise|on-prem|onprem',
  'on premises|premise',
  'own data|datacentre|datacenter ?centre|center|centres|centers',
  'own|our servers|hardware|machines|racks',
  'own server|rack',
  'own datacentre|datacenter|datacentres|datacenters',
  'air-gapped',
  'air gapped',
  'bare metal',
  'bare-metal',
  'private cloud',
];
