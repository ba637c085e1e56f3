import { parentPort } from 'node:worker_threads';
import { answerJobs } from '@archwright/mcp/work/answer-jobs';
import { adapters } from './environment.ts';

if (parentPort) answerJobs(parentPort, adapters);
