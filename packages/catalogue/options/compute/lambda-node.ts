import { serverlessBaseline } from '../../baselines/serverless.ts';
import { lambdaOption } from '../../sizing/lambda.ts';

export default lambdaOption({ id: 'lambda-node', language: 'Node.js', runtime: 'runtime:node', init: serverlessBaseline.nodeInit, frameworkInit: serverlessBaseline.frameworkInit });
