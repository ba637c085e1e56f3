import { serverlessBaseline } from '../../baselines/serverless.ts';
import { lambdaOption } from '../../sizing/lambda.ts';

export default lambdaOption({ id: 'lambda-python', language: 'Python', runtime: 'runtime:python', init: serverlessBaseline.pythonInit, frameworkInit: serverlessBaseline.frameworkInit });
