import { serverlessBaseline } from '../../baselines/serverless.ts';
import { lambdaOption } from '../../sizing/lambda.ts';

export default lambdaOption({ id: 'lambda-java', language: 'Java', runtime: 'runtime:java', init: serverlessBaseline.javaInit, frameworkInit: serverlessBaseline.springInit });
