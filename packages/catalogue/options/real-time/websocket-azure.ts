import { azureVirtualMachines } from '../../prices/azure-virtual-machines.ts';
import { ownConnections } from '../../sizing/own-connections.ts';

export default ownConnections({ id: 'websocket-azure', where: 'Azure', requires: ['provider:azure'], protocol: 'websocket', machine: azureVirtualMachines.d2psV6 });
