import { serverlessBaseline } from '../../baselines/serverless.ts';
import { lambdaOption } from '../../sizing/lambda.ts';

export default lambdaOption({ id: 'lambda-go', language: 'Go', runtime: 'runtime:go', init: serverlessBaseline.goInit, frameworkInit: serverlessBaseline.frameworkInit });
