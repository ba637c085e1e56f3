import { azureVirtualMachines } from '../../prices/azure-virtual-machines.ts';
import { ownConnections } from '../../sizing/own-connections.ts';

export default ownConnections({ id: 'sse-azure', where: 'Azure', requires: ['provider:azure'], protocol: 'sse', machine: azureVirtualMachines.d2psV6 });
