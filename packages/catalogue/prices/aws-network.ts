import { fact, type Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerHour } from '../define.ts';
import { infracost, planHarvest } from './price-sources.ts';

const lcu: Source = planHarvest('amazon-elastic-load-balancing', 'aws.amazon.com/elasticloadbalancing/pricing', '2026-09-20');

/** Load balancer, NAT, addresses and internet egress of AWS, us-east-1. */
export const awsNetwork = {
  loadBalancer: pricePerHour('Application Load Balancer', 0.0225, infracost('aws', 'lb_test')),
  loadBalancerUnit: pricePerHour('load balancer capacity unit', 0.008, infracost('aws', 'lb_test')),
  newConnectionsPerUnit: fact('new connections in one capacity unit', 25, '1/s', lcu),
  activeConnectionsPerUnit: fact('open connections in one capacity unit', 3_000, 'count', lcu),
  bytesPerUnit: fact('traffic in one capacity unit (1 GB an hour)', 1e9 / 3_600, 'B/s', lcu),
  networkBalancer: pricePerHour('Network Load Balancer', 0.0225, infracost('aws', 'lb_test')),
  networkBalancerUnit: pricePerHour('network load balancer capacity unit', 0.006, infracost('aws', 'lb_test')),
  connectionsPerNetworkUnit: fact('open connections in one network capacity unit', 100_000, 'count', lcu),
  natGateway: pricePerHour('NAT gateway', 0.045, infracost('aws', 'nat_gateway_test')),
  natTraffic: pricePerGigabyte('NAT gateway traffic', 0.045, infracost('aws', 'nat_gateway_test')),
  publicAddress: pricePerHour('public IPv4 address', 0.005, infracost('aws', 'eip_test')),
  egress: pricePerGigabyte('AWS internet egress, first 10 TB', 0.09, infracost('aws', 'data_transfer_test', '2024-09-25')),
  egressOver50: pricePerGigabyte('AWS internet egress, 50-150 TB', 0.07, infracost('aws', 'data_transfer_test', '2024-09-25')),
  egressOver150: pricePerGigabyte('AWS internet egress, above 150 TB', 0.05, infracost('aws', 'data_transfer_test', '2024-09-25')),
  egressFree: fact('AWS internet egress free of charge', 100e9, 'B/month', infracost('aws', 'data_transfer_test', '2024-09-25')),
};
