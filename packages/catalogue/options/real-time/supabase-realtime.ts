import { assumption, interval } from '@archwright/kernel';
import { websocketBaseline } from '../../baselines/websocket.ts';
import { defineOption } from '../../define.ts';
import { supabasePlatform } from '../../prices/supabase.ts';

export default defineOption({
  id: 'supabase-realtime', decision: 'real-time', name: 'Supabase Realtime',
  summary: 'channels, presence and row changes pushed over the platform’s connections',
  technologies: ['supabase', 'websocket'], provides: ['long-lived-connections'], requires: ['provider:supabase'], tags: ['push:managed', 'managed'], conflicts: [],
  parameters: {
    connection: supabasePlatform.realtimeConnection, connectionsIncluded: supabasePlatform.realtimeConnectionsIncluded, message: supabasePlatform.realtimeMessage, messagesIncluded: supabasePlatform.realtimeMessagesIncluded, meanShare: websocketBaseline.meanShare,
    connectionLimit: assumption('connections of one project', interval(10_000, 50_000, 100_000), 'count', 'larger numbers are agreed with the vendor'),
    setupHours: assumption('set-up: channels and policies', interval(4, 8, 16), 'h', 'policies for who may listen'),
    careHours: assumption('care a month', interval(0.3, 0.7, 2), 'h/month', 'connection and message limits to watch'),
  },
  figures: [],
  costs: [
    { id: 'open', label: 'peak connections above the included ones', unit: 'USD/month', dimension: 'base', formula: 'max(0, connections - connectionsIncluded) * connection' },
    { id: 'messages', label: 'messages above the included ones', unit: 'USD/month', dimension: 'requests', formula: 'max(0, pushPeak * meanShare * secondsPerMonth - messagesIncluded) * message' },
  ],
  limits: [{ id: 'open', label: 'connections of one project', unit: 'count', demand: 'connections', limit: 'connectionLimit', why: 'a project’s plan ends there' }],
  build: { formula: 'setupHours', reason: 'channels and policies' }, run: { formula: 'careHours', reason: 'limits' },
  parts: 0,
  gains: 'push without a service of our own, under the same row policies',
  gives: 'one cent a connection a month at peak, and the platform’s protocol',
  rollback: 'clients fall back to polling the same resources',
});
