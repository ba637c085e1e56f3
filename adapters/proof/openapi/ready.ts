import type { Artefact, Proof } from '@archwright/model';
import { messageOf, notRun, proof, type Tool } from '../proof.ts';
import { type Contract, ContractFault } from './contract.ts';
import { contractOf, type Validate } from './schema-validator.ts';

/** The document ready to be checked, or the proof that says why it is not: it cannot be read, or Ajv is not installed. */
export async function readyOrProof(
  by: Tool,
  claim: string,
  artefact: Artefact,
): Promise<{ readonly contract: Contract; readonly validate: Validate } | Proof> {
  try {
    return await contractOf(artefact.content);
  } catch (error) {
    if (error instanceof ContractFault) return proof(by, artefact.path, claim, 'rejected', error.message, error.line);
    const reason = `Ajv is not installed (${messageOf(error).split('\n')[0]}); npm install ajv@8.20.0 ajv-formats@3.0.1`;
    return notRun(by, claim, [artefact], reason)[0]!;
  }
}
