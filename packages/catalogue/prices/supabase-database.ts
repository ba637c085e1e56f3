import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerHour, pricePerMonth } from '../define.ts';

const compute: Source = { title: 'supabase/supabase apps/docs/content/guides/platform/manage-your-usage/compute.mdx @05f95408', url: 'https://supabase.com/docs/guides/platform/manage-your-usage/compute', asOf: '2026-03-01', confidence: 'A' };
const billing: Source = { title: 'supabase/supabase apps/docs/content/guides/platform/billing-on-supabase.mdx @124cddf0', url: 'https://supabase.com/docs/guides/platform/billing-on-supabase', asOf: '2026-05-04', confidence: 'A' };

/** Supabase databases and files; the Pro plan’s 10 USD of compute credit pays for a Micro instance, and 8 GB of disk and 100 GB of files are included. */
export const supabaseDatabase = {
  microAboveCredit: pricePerMonth('Supabase Micro (2 shared vCPU, 1 GiB), paid by the plan’s credit', 0, compute),
  large: pricePerHour('Supabase Large (2 vCPU, 8 GiB)', 0.1517, compute),
  disk: pricePerGigabyteMonth('Supabase disk above 8 GB', 0.125, billing),
  files: pricePerGigabyteMonth('Supabase file storage above 100 GB', 0.021, billing),
};
