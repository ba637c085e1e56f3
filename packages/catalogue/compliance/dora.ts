import { fact, SECONDS_PER_DAY, SECONDS_PER_HOUR, SECONDS_PER_YEAR, type Source } from '@archwright/kernel';
import { defineCompliance } from '../define.ts';

const article = (number: string): Source => ({
  title: `Regulation (EU) 2022/2554 (DORA), Article ${number}`, url: 'https://eur-lex.europa.eu/eli/reg/2022/2554/oj', asOf: '2022-12-14', confidence: 'B',
});
const reporting: Source = {
  title: 'Commission Delegated Regulation (EU) 2025/301, Article 5 (time limits of incident reports)', url: 'https://eur-lex.europa.eu/eli/reg_del/2025/301/oj', asOf: '2025-02-20', confidence: 'B',
};

export default defineCompliance({
  id: 'dora',
  name: 'DORA',
  appliesWhen: 'the operator is a financial entity in the EU (bank, payment or e-money institution, insurer, investment firm, crypto-asset service), or an ICT provider to one; applies since 2025-01-17',
  controls: [
    { id: 'dora-framework', title: 'ICT risk management', asks: 'a framework owned by the management, with assets, dependencies and functions mapped', metBy: 'component list, data flow diagram, decisions with reasons', source: article('5 to 8') },
    { id: 'dora-protection', title: 'Protection and prevention', asks: 'availability, authenticity, integrity and confidentiality by design; change management', metBy: 'least privilege, encryption, network segmentation, reviewed changes by the pipeline', source: article('9') },
    { id: 'dora-detection', title: 'Detection', asks: 'anomalies and single points of failure are found', metBy: 'alerts from SLOs and audit log; the failure mode table', source: article('10') },
    { id: 'dora-continuity', title: 'Response, recovery, backup', asks: 'continuity plans tested at least yearly; backups restored on systems separated from the source', metBy: 'recovery plan, copies in a separate account, restore drills with their log', source: article('11 and 12') },
    { id: 'dora-incidents', title: 'Incident classification and reporting', asks: 'major incidents reported in three steps', metBy: 'incident runbook with classification and clocks', source: article('17 to 19') },
    { id: 'dora-testing', title: 'Resilience testing', asks: 'yearly tests of systems behind critical functions; threat-led penetration tests for significant entities', metBy: 'load tests, failure drills and penetration tests in the operations calendar', source: article('24 to 26') },
    { id: 'dora-third-parties', title: 'ICT third parties', asks: 'a register of contracts, exit strategies, required contract clauses', metBy: 'list of external systems with contracts; an exit path per managed service', source: article('28 to 30') },
  ],
  figures: {
    initialNotice: fact('initial notice after an incident is classified as major', 4 * SECONDS_PER_HOUR, 's', reporting),
    initialNoticeLatest: fact('initial notice after becoming aware, at the latest', 24 * SECONDS_PER_HOUR, 's', reporting),
    intermediateReport: fact('intermediate report after the initial notice', 72 * SECONDS_PER_HOUR, 's', reporting),
    finalReport: fact('final report after the intermediate one (one month, taken as 30 days)', 30 * SECONDS_PER_DAY, 's', reporting),
    continuityTest: fact('interval of continuity tests, at most', SECONDS_PER_YEAR, 's', article('11(6)')),
  },
  requires: [],
});
