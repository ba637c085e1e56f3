import type { ControlMapping } from '@archwright/model';
import type { Synthesis } from '../synthesise/synthesis.ts';

/** Each control of each regime that applies, with where the design meets it; durations the regime fixes become figures. */
export function mapControls({ reading, catalogue, book }: Synthesis): readonly ControlMapping[] {
  const named = reading.requirements.filter(({ key }) => key === 'compliance').map(({ value }) => value);
  return catalogue.compliance
    .filter(({ id }) => named.includes(id))
    .flatMap((regime) => {
      for (const [name, fact] of Object.entries(regime.figures)) book.fact(`compliance.${regime.id}.${name}`, fact);
      return regime.controls.map((control): ControlMapping => ({
        regime: regime.name,
        control: `${control.id} ${control.title}`,
        asks: control.asks,
        metBy: control.metBy,
        source: `${control.source.title} (${control.source.asOf})`,
      }));
    });
}
