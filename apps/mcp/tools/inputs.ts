import { LONGEST_BRIEF } from '@archwright/engine';
import * as z from 'zod';

export const LONGEST_ANSWER = 2_000;
const MOST_ANSWERS = 50;

export const briefInput = z.string().min(1).max(LONGEST_BRIEF).describe('the brief, in plain language, as the user wrote it');

export const specificationInput = z
  .string()
  .max(LONGEST_BRIEF * 2)
  .describe('text of an archwright.yaml; instead of a brief, or beside one');

export const answersInput = z
  .record(z.string().max(120), z.string().max(LONGEST_ANSWER))
  .refine((answers) => Object.keys(answers).length <= MOST_ANSWERS, `at most ${MOST_ANSWERS} answers`)
  .describe('question id to answer, in the user’s words');

export const repositoryInput = z
  .string()
  .max(1_024)
  .describe('folder of the repository whose rules, decisions and stack are constraints');

export const designIdInput = z
  .string()
  .regex(/^[0-9a-f]{12}$/, 'a design id from an earlier `design` call')
  .describe('from an earlier `design` call');

export const dateInput = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'written as 2026-11-24')
  .describe('date of the design; default: today');
