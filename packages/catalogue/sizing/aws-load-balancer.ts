import type { Fact } from '@archwright/kernel';
import type { CostLine, FormulaLine } from '@archwright/model';
import { workBaseline } from '../baselines/work.ts';
import { awsNetwork } from '../prices/aws-network.ts';

/** Parameters of an Application Load Balancer; `newConnectionShare` is new connections ÷ requests. */
export const loadBalancerParameters: Readonly<Record<string, Fact>> = {
  loadBalancer: awsNetwork.loadBalancer,
  loadBalancerUnit: awsNetwork.loadBalancerUnit,
  newConnectionsPerUnit: awsNetwork.newConnectionsPerUnit,
  activeConnectionsPerUnit: awsNetwork.activeConnectionsPerUnit,
  bytesPerUnit: awsNetwork.bytesPerUnit,
  networkBalancer: awsNetwork.networkBalancer,
  networkBalancerUnit: awsNetwork.networkBalancerUnit,
  connectionsPerNetworkUnit: awsNetwork.connectionsPerNetworkUnit,
  newConnectionShare: workBaseline.newConnectionShare,
};

/** Billed by the dimension that needs most units. */
export const loadBalancerFigures: readonly FormulaLine[] = [
  { id: 'balancerUnits', label: 'load balancer capacity units on average', unit: 'count', formula: 'max(requestMean * newConnectionShare / newConnectionsPerUnit, (ingressBytes + egressBytes) / bytesPerUnit)' },
];

export const loadBalancerCosts: readonly CostLine[] = [
  { id: 'balancer', label: 'load balancer', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * (loadBalancer + balancerUnits * loadBalancerUnit)' },
  { id: 'openConnections', label: 'connections held open: the same balancer, or a network load balancer where that is cheaper', unit: 'USD/month', dimension: 'base', formula: 'regionCopies * min(connections / activeConnectionsPerUnit * loadBalancerUnit, networkBalancer + connections / connectionsPerNetworkUnit * networkBalancerUnit)' },
];
