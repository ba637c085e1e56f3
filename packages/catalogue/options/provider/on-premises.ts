import { assumption, interval } from '@archwright/kernel';
import { providerOption } from '../../sizing/account.ts';

export default providerOption({
  id: 'on-premises', name: 'Own machines', technology: 'linux-servers', summary: 'servers in a rack of our own or in a hosted cage',
  // Nobody else holds the data: there is no associate to sign with.
  provides: ['on-premises', 'eu-region', 'us-region', 'baa'],
  setup: [80, 160, 320, 'rack, network, firewall, line, backups to a second place, contracts'], care: [12, 24, 48, 'hardware, firmware, network, line, somebody who can be there'],
  parameters: { room: assumption('space, network equipment and line beside the servers', interval(200, 600, 1_500), 'USD/month', 'a quarter rack with power costs 200-500 USD; switches, firewall and a line about as much') },
  base: { label: 'space, network and line', formula: 'room' },
  gains: 'data never leaves the house, and steady loads cost least in the long run',
  gives: 'capacity weeks ahead, hardware to replace, and every service to run',
  rollback: 'machines are written off over years: leaving early costs what is left of them',
});
