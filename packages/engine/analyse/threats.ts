import type { Architecture, Threat } from '@archwright/model';
import { THREAT_TEMPLATES } from './threat-templates.ts';

/** STRIDE over the data flows: every template on every arrow it concerns, so that no flow has only the threats of another. */
export function modelThreats(architecture: Architecture): readonly Threat[] {
  const component = new Map(architecture.components.map((one) => [one.id, one]));
  return THREAT_TEMPLATES.flatMap((template, row) =>
    architecture.connections.flatMap((connection): Threat[] => {
      const [from, to] = [component.get(connection.from), component.get(connection.to)];
      if (!from || !to || !template.applies(connection, from, to)) return [];
      return [
        {
          id: `${template.category}-${row + 1}-${connection.id}`,
          flow: connection.id,
          category: template.category,
          threat: template.threat(from, to),
          control: template.control,
          owasp: template.owasp,
          asvs: template.asvs,
        },
      ];
    }),
  );
}
