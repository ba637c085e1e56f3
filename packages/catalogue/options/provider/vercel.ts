import { vercelPrices } from '../../prices/vercel.ts';
import { providerOption } from '../../sizing/account.ts';

export default providerOption({
  id: 'vercel', name: 'Vercel', technology: 'vercel', summary: 'front end and functions from a repository, with a preview of every branch',
  provides: ['eu-region', 'us-region', 'soc-2-attested'],
  setup: [1, 2, 4, 'project, environment variables, domain'], care: [0.2, 0.5, 1, 'spend limits'],
  parameters: { seat: vercelPrices.seat }, base: { label: 'a seat for each engineer', formula: 'max(1, engineers) * seat' },
  gains: 'a deployment with previews in minutes, billing by active CPU',
  gives: 'a price for every seat, dear bytes out, no process that stays up',
  rollback: 'the same handlers run in a container behind a content network',
});
