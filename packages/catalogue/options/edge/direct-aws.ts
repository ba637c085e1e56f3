import { fact } from '@archwright/kernel';
import { awsNetwork } from '../../prices/aws-network.ts';
import { directEgress } from '../../sizing/direct-egress.ts';

const { egress: perByte, egressOver50, egressOver150, egressFree } = awsNetwork;

export default directEgress({
  id: 'direct-aws', name: 'No edge network, straight from AWS', where: 'AWS', provider: 'provider:aws',
  parameters: {
    perByte, egressOver50, egressOver150, egressFree,
    secondTier: fact('start of the 50-150 TB tier', 50e12, 'B/month', perByte.source!), thirdTier: fact('start of the tier above 150 TB', 150e12, 'B/month', perByte.source!),
  },
  cost: 'max(0, min(egress, secondTier) - egressFree) * perByte + max(0, min(egress, thirdTier) - secondTier) * egressOver50 + max(0, egress - thirdTier) * egressOver150',
});
