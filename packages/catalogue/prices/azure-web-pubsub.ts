import { pricePerMonth } from '../define.ts';
import { infracost } from './price-sources.ts';

/** Azure Web PubSub and SignalR, standard tier. */
export const azureWebPubsub = {
  unit: pricePerMonth('Azure Web PubSub or SignalR Standard unit (1,000 connections)', 48.97, infracost('azure', 'signalr_service_test')),
};
