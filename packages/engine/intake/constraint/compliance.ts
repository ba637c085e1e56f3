import { compileCues, type Cue } from './cue.ts';

const regime = (value: string, name: string, patterns: readonly string[]): Cue => ({
  key: 'compliance',
  value,
  statement: `${name} applies`,
  patterns,
});

/** Regimes a brief names. Naming one is enough: the design must meet it or say why not. */
export const COMPLIANCE_CUES = compileCues([
  regime('gdpr', 'GDPR', [
    'gdpr|gdpr-compliant|gdpr-compliance|dsgvo|rgpd',
    'general data protection regulation',
    'eu data protection|privacy',
    'right to be forgotten',
  ]),
  regime('uk-gdpr', 'UK GDPR', ['uk gdpr|gdpr', 'data protection act']),
  regime('hipaa', 'HIPAA', [
    'hipaa|hipaa-compliant|hitech|hitrust',
    'protected health information',
    'business associate agreement',
    'phi|ephi',
  ]),
  regime('pci-dss', 'PCI DSS', ['pci|pci-dss|pci-compliant', 'payment card industry', 'cardholder data']),
  regime('soc-2', 'SOC 2', ['soc 2|ii', 'soc2|soc-2']),
  regime('iso-27001', 'ISO/IEC 27001', ['iso 27001', 'iso27001|iso-27001', 'iso / iec 27001']),
  regime('iso-13485', 'ISO 13485', ['iso 13485', 'iso13485|iso-13485']),
  regime('ccpa', 'CCPA', ['ccpa|cpra', 'california consumer privacy']),
  regime('coppa', 'COPPA', ['coppa']),
  regime('ferpa', 'FERPA', ['ferpa']),
  regime('fedramp', 'FedRAMP', ['fedramp', 'fisma']),
  regime('sox', 'SOX', ['sox', 'sarbanes-oxley', 'sarbanes oxley']),
  regime('glba', 'GLBA', ['glba']),
  regime('psd2', 'PSD2', ['psd2|psd-2', 'strong customer authentication']),
  regime('dora', 'DORA', ['dora regulation|compliance|compliant', 'digital operational resilience']),
  regime('nis2', 'NIS2', ['nis2|nis-2']),
  regime('eu-ai-act', 'EU AI Act', ['ai act']),
  regime('lgpd', 'LGPD', ['lgpd']),
  regime('pipeda', 'PIPEDA', ['pipeda']),
  regime('dpdp', 'DPDP Act', ['dpdp|dpdpa']),
  regime('appi', 'APPI', ['appi']),
  regime('21-cfr-11', '21 CFR Part 11', ['cfr part|21', 'gxp']),
  regime('wcag', 'WCAG', ['wcag']),
  regime('aml-kyc', 'anti-money-laundering rules', [
    'aml|kyc',
    'anti-money laundering',
    'anti-money-laundering',
    'know your customer',
  ]),
  regime('mifid-2', 'MiFID II', ['mifid']),
  regime('worm', 'records retention on write-once media', ['worm', 'write once read many', 'finra', 'sec 17a-4']),
]);
