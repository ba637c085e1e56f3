import { azureNetwork } from '../../prices/azure-network.ts';
import { providerOption } from '../../sizing/account.ts';

export default providerOption({
  id: 'azure', name: 'Microsoft Azure', technology: 'azure', summary: 'the cloud of organisations that already live in Microsoft’s directory',
  provides: ['eu-region', 'us-region', 'baa', 'pci-attested', 'soc-2-attested'],
  setup: [8, 18, 36, 'subscriptions, directory, network, policies'], care: [0.8, 1.7, 4, 'bill, permissions, renamed services'],
  parameters: { publicAddress: azureNetwork.publicAddress }, base: { label: 'public address', formula: 'publicAddress' },
  gains: 'sign-in, hybrid networks and contracts that a Microsoft house already has',
  gives: 'many tiers of everything, names that change, and dear load balancers with a firewall',
  rollback: 'containers and PostgreSQL run elsewhere; Service Bus, Cosmos DB and Event Hubs have to be replaced',
});
