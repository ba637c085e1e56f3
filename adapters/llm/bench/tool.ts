import type { ModelTool } from '@archwright/model';
import * as z from 'zod';
import type { Workbench } from './workbench.ts';

/** What a tool says to the model; `ended` where nothing is left to do. */
export interface ToolAnswer {
  readonly text: string;
  readonly failed?: boolean;
}

export interface BenchTool extends ModelTool {
  run(input: unknown, bench: Workbench): Promise<ToolAnswer>;
}

/** A tool whose arguments are checked before it runs: a model's arguments are input like any other. */
export function defineTool<T extends z.ZodType>(
  name: string,
  description: string,
  schema: T,
  run: (input: z.infer<T>, bench: Workbench) => ToolAnswer | Promise<ToolAnswer>,
): BenchTool {
  return {
    name,
    description,
    input: z.toJSONSchema(schema, { target: 'draft-7' }) as Record<string, unknown>,
    async run(input, bench) {
      const parsed = schema.safeParse(input);
      if (parsed.success) return run(parsed.data, bench);
      const problems = parsed.error.issues.slice(0, 6).map(({ path, message }) => `${path.join('.') || 'arguments'}: ${message}`);
      return { failed: true, text: `These arguments cannot be used. ${problems.join('; ')}` };
    },
  };
}

export const refuse = (text: string): ToolAnswer => ({ text, failed: true });
