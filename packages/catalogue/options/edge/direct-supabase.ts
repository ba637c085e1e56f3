import { supabasePlatform } from '../../prices/supabase.ts';
import { directEgress } from '../../sizing/direct-egress.ts';

export default directEgress({
  id: 'direct-supabase', name: 'Supabase’s own network', where: 'Supabase', provider: 'provider:supabase',
  parameters: { perByte: supabasePlatform.egress, egressIncluded: supabasePlatform.egressIncluded },
  cost: 'max(0, egress - egressIncluded) * perByte',
});
