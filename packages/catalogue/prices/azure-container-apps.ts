import { fact, type Source } from '@archwright/kernel';

const idleUsage: Source = { title: 'Microsoft Tech Community, understanding idle usage in Azure Container Apps', url: 'https://techcommunity.microsoft.com/blog/appsonazureblog', asOf: '2025-06-01', confidence: 'B' };

/** Azure Container Apps, consumption. */
export const azureContainerApps = {
  vcpuSecond: fact('Container Apps active vCPU-second', 2.4e-5, 'USD/s', idleUsage),
  vcpuSecondsFree: fact('Container Apps vCPU-seconds free of charge', 180_000, 's/month', idleUsage),
  gibibyteSecond: fact('Container Apps active GiB-second', 3e-6, 'USD/s', idleUsage),
  gibibyteSecondsFree: fact('Container Apps GiB-seconds free of charge', 360_000, 's/month', idleUsage),
};
