import { fact } from '@archwright/kernel';
import { pricePerMillion } from '../define.ts';
import { infracost } from './price-sources.ts';

const functions = infracost('azure', 'function_linux_app_test');

/** Azure Functions, consumption plan. */
export const azureFunctions = {
  execution: pricePerMillion('Azure Functions execution', 0.2, functions),
  executionsFree: fact('Azure Functions executions free of charge', 1e6, '1/month', functions),
  gigabyteSecond: fact('Azure Functions GB-second', 1.6e-5, 'USD/s', functions),
  gigabyteSecondsFree: fact('Azure Functions GB-seconds free of charge', 400_000, 's/month', functions),
};
