import { serverlessBaseline } from '../../baselines/serverless.ts';
import { lambdaOption } from '../../sizing/lambda.ts';

export default lambdaOption({ id: 'lambda-rust', language: 'Rust', runtime: 'runtime:rust', init: serverlessBaseline.rustInit, frameworkInit: serverlessBaseline.frameworkInit });
