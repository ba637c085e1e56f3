import { fact } from '@archwright/kernel';
import { pricePerMillion } from '../define.ts';
import { infracost } from './price-sources.ts';

const gateway = infracost('aws', 'apigatewayv2_api_test');

/** Amazon API Gateway: HTTP and WebSocket APIs, us-east-1, first tier. */
export const awsApiGateway = {
  httpRequest: pricePerMillion('API Gateway HTTP API request', 1, gateway),
  socketMessage: pricePerMillion('API Gateway WebSocket message', 1, gateway),
  socketSecond: fact('one WebSocket connection for a second (0.25 USD a million minutes)', 0.25e-6 / 60, 'USD/s', gateway),
};
