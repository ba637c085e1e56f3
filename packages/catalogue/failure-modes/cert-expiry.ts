import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'cert-expiry',
  componentKind: 'network',
  name: 'Certificate or secret expires',
  severity: 'high',
  trigger: 'nobody was told, or the date was computed wrongly',
  effect: 'every handshake fails in the same second',
  signal: 'days to expiry of every certificate and secret; failed handshakes',
  threshold: 'under 14 days to expiry',
  mitigations: [
    'issue and renew by ACME',
    'alerts at 30, 14, 7 and 1 day',
    'short lives with overlap, so that renewal is routine',
  ],
  recovery: [
    'issue and roll out',
    'restart clients that hold the old chain',
  ],
  sources: [
    { title: 'Microsoft Azure: service disruption of 29 February 2012', url: 'https://azure.microsoft.com/en-us/blog/summary-of-windows-azure-service-disruption-on-feb-29th-2012/', asOf: '2012-03', confidence: 'B' },
  ],
});
