import { fact } from '@archwright/kernel';
import { pricePerMillion } from '../define.ts';
import { infracost } from './price-sources.ts';

const lambda = infracost('aws', 'lambda_function_test');

/** AWS Lambda on Graviton, us-east-1. */
export const awsLambda = {
  request: pricePerMillion('Lambda request', 0.2, lambda),
  requestsFree: fact('Lambda requests free of charge', 1e6, '1/month', lambda),
  gigabyteSecond: fact('Lambda GB-second (arm64)', 0.0000133334, 'USD/s', lambda),
};
