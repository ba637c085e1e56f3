import { assumption, interval } from '@archwright/kernel';
import { directEgress } from '../../sizing/direct-egress.ts';

export default directEgress({
  id: 'direct-on-premises', name: 'The site’s own internet line', where: 'the own site', provider: 'provider:on-premises',
  parameters: { line: assumption('internet line, a byte a second of peak', interval(2e-6, 6e-6, 20e-6), 'USD/month/B*s', 'a committed gigabit (125 MB/s) costs 250-2,500 USD a month') },
  cost: 'egressPeak * line',
});
