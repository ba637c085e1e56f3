import { assumption, fact, interval } from '@archwright/kernel';
import { numbersReference } from './work.ts';

/** Connections that stay open. */
export const websocketBaseline = {
  bytesPerConnection: fact('memory of one connection with its buffers', interval(20e3, 50e3, 100e3), 'B', numbersReference),
  connectionsPerProcess: fact('connections one Node.js process is planned for', 10_000, 'count', { title: 'practitioner note (code index 60689883022): 20-100 KB a socket with buffers', asOf: '2026-01-01', confidence: 'D' }),
  connectionsPerNode: fact('connections one machine is planned for', interval(50_000, 100_000, 200_000), 'count', numbersReference),
  pushCpu: assumption('CPU of pushing one message', interval(10e-6, 40e-6, 150e-6), 's', 'look up the connection, frame, encrypt, write; tens of microseconds in lean runtimes'),
  spare: assumption('connections the application’s own processes carry beside their requests', interval(1_000, 4_000, 10_000), 'count', 'two processes with some 100 MB to spare each, at 50 KB a connection'),
  meanShare: assumption('mean ÷ peak of connections and pushed messages', interval(0.2, 0.4, 0.7), 'ratio', 'connections follow the day of the users'),
};
