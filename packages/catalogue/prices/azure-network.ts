import { fact, type Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerHour } from '../define.ts';
import { infracost } from './price-sources.ts';

const guides: Source = { title: 'Azure bandwidth guides checked 2026-09-20 (code index 68450578669, 60647853337)', url: 'https://c3x.dev/blog', asOf: '2026-09-20', confidence: 'C', note: 'tiers above 10 TB are not confirmed' };

/** Azure load balancer, NAT, addresses and internet egress. */
export const azureNetwork = {
  balancerRule: pricePerHour('Azure Standard Load Balancer, first five rules', 0.025, { ...infracost('azure', 'lb_rule_v2_test', '2024-08-30'), note: 'further rules cost 0.01 an hour; the first five share one charge' }),
  balancerData: pricePerGigabyte('Azure Standard Load Balancer, data', 0.005, infracost('azure', 'lb_rule_v2_test', '2024-08-30')),
  natGateway: pricePerHour('Azure NAT gateway', 0.045, infracost('azure', 'nat_gateway_test')),
  publicAddress: pricePerHour('Azure public IPv4 address', 0.005, infracost('azure', 'public_ip_test', '2026-04-03')),
  egress: pricePerGigabyte('Azure internet egress, North America and Europe', 0.087, guides),
  egressFree: fact('Azure internet egress free of charge', 100e9, 'B/month', guides),
};
