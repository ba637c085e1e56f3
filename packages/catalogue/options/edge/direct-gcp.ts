import { gcpNetwork } from '../../prices/gcp-network.ts';
import { directEgress } from '../../sizing/direct-egress.ts';

const { egress: perByte, egressOver1, egressOver10, firstTier, secondTier } = gcpNetwork;

export default directEgress({
  id: 'direct-gcp', name: 'No edge network, straight from Google Cloud', where: 'Google Cloud', provider: 'provider:gcp',
  parameters: { perByte, egressOver1, egressOver10, firstTier, secondTier },
  cost: 'min(egress, firstTier) * perByte + max(0, min(egress, secondTier) - firstTier) * egressOver1 + max(0, egress - secondTier) * egressOver10',
});
