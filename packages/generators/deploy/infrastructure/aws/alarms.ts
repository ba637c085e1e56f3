import type { Design } from '@archwright/model';
import type { Unit } from '../../unit.ts';
import { type Arguments, reference, resource, type Resource } from '../resource.ts';
import { identifier } from '../shared.ts';
import { storeIdentifier } from './stores.ts';

const PERIOD = 60;

/** The topic that every alarm tells; who listens is set by hand. */
export const alarmTopic = (system: string): Resource => resource('aws_sns_topic', 'alarms', { name: `${system}-alarms` });

export function alarm(
  name: string,
  system: string,
  namespace: string,
  metric: string,
  statistic: 'Sum' | 'Average' | 'Maximum' | 'Minimum',
  threshold: number,
  dimensions: Arguments,
  minutes = 5,
  below = false,
): Resource {
  return resource('aws_cloudwatch_metric_alarm', identifier(name), {
    alarm_name: `${system}-${name}`,
    namespace,
    metric_name: metric,
    statistic,
    period: PERIOD,
    evaluation_periods: minutes,
    threshold,
    comparison_operator: below ? 'LessThanThreshold' : 'GreaterThanThreshold',
    treat_missing_data: 'notBreaching',
    dimensions,
    alarm_actions: [reference('aws_sns_topic', 'alarms', 'arn')],
  });
}

/** The platform's own view: it watches even when our telemetry does not. */
export const ecsAlarms = (design: Design, units: readonly Unit[], system: string): readonly Resource[] => [
  alarmTopic(system),
  ...units.map((unit) =>
    alarm(
      `${unit.name}-cpu`,
      system,
      'AWS/ECS',
      'CPUUtilization',
      'Average',
      Math.max(90, Math.round(unit.scale.target * 100)),
      { ClusterName: system, ServiceName: unit.name },
      10,
    ),
  ),
  ...units
    .filter((unit) => unit.public)
    .map((unit) =>
      alarm(`${unit.name}-errors`, system, 'AWS/ApplicationELB', 'HTTPCode_Target_5XX_Count', 'Sum', 10, {
        LoadBalancer: reference('aws_lb', 'main', 'arn_suffix'),
        TargetGroup: reference('aws_lb_target_group', identifier(unit.name), 'arn_suffix'),
      }),
    ),
  ...storeAlarms(design, system),
];

const GIGABYTE = 1_000_000_000;

/** Databases and queues that this stack makes. */
export const storeAlarms = (design: Design, system: string): readonly Resource[] =>
  design.architecture.components.flatMap((component) => {
    const id = storeIdentifier(component);
    if (component.technologyId === 'postgresql' || component.technologyId === 'mysql') {
      if (component.kind !== 'database') return [];
      const dimensions = { DBInstanceIdentifier: reference('aws_db_instance', id, 'identifier') };
      return [
        alarm(`${id}-cpu`, system, 'AWS/RDS', 'CPUUtilization', 'Average', 90, dimensions, 10),
        alarm(`${id}-disk`, system, 'AWS/RDS', 'FreeStorageSpace', 'Minimum', 5 * GIGABYTE, dimensions, 10, true),
      ];
    }
    if (component.technologyId === 'sqs')
      return [
        alarm(
          `${id}-aside`,
          system,
          'AWS/SQS',
          'ApproximateNumberOfMessagesVisible',
          'Maximum',
          0,
          { QueueName: reference('aws_sqs_queue', `${id}_aside`, 'name') },
          15,
        ),
      ];
    return [];
  });
