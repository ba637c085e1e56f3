import { assumption, fact, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const retentionRule: Source = {
  title: '45 CFR 164.316(b)(2)(i): documentation is kept six years', url: 'https://www.ecfr.gov/current/title-45/section-164.316', asOf: 'undated', confidence: 'A', note: 'HIPAA’s own documentation; how long the record itself is kept is set by state or national law',
};
const auditRule: Source = {
  title: '45 CFR 164.312: technical safeguards (access, audit, integrity, transmission)', url: 'https://www.ecfr.gov/current/title-45/section-164.312', asOf: 'undated', confidence: 'A',
};
const ses: Source = { title: 'Amazon SES pricing', url: 'https://aws.amazon.com/ses/pricing/', asOf: '2026-11-22', confidence: 'C', note: '0.10 USD per thousand' };
const asvs: Source = { title: 'OWASP ASVS 5.0, V14 data protection and V16 logging', url: 'https://github.com/OWASP/ASVS/tree/fe04986/5.0/en', asOf: '2026-07-19', confidence: 'A' };
const usCore: Source = {
  title: 'HL7 FHIR US Core, vital signs quick start', url: 'https://hl7.org/fhir/us/core/STU3.1.1/vitals-search.html', asOf: 'undated', confidence: 'A', note: 'observations are searched by patient with code or category and date',
};

export default defineArchetype({
  id: 'healthcare-records', name: 'Healthcare records', context: 'Clinical records',
  summary: 'keeps patients, visits, observations and documents, lets only those with a reason see them, records every access, and exchanges data with laboratories and hospitals',
  triggers: {
    strong: ['healthcare', 'health record', 'medical record', 'patient record', 'patient data', 'ehr', 'emr', 'fhir', 'clinical', 'hospital', 'clinic', 'telemedicine', 'telehealth', 'electronic health'],
    weak: ['patient', 'doctor', 'nurse', 'physician', 'prescription', 'lab result', 'diagnosis', 'consent', 'appointment', 'practitioner', 'phi', 'hipaa'],
    exclude: ['fitness tracker', 'veterinary', 'health check endpoint', 'vacancy', 'job board', 'recruitment', 'staffing', 'roster', 'rota', 'shift plan', 'blood bank', 'blood donation', 'donation', 'laundry', 'catering', 'parking', 'pet', 'cat', 'dog', 'horse', 'clinical trial', 'case report form'],
    signs: [
      ['physiotherapist|dentist|doctor|nurse|physician|midwife|therapist|surgeon|paramedic|optician|psychologist', 'note|document|record|write|write down|chart|describe', 'treatment|find|finding|birth|checkup|examination|did|done|do|diagnosis|therapy|wound|symptom|give|given|visit'],
    ],
    facets: [
      { must: 3, need: 4, groups: ['@clinician', 'note|document|record|write|keep|chart|describe|enter', 'patient|child|mother|resident|treatment|session|examination|visit|finding|wound|therapy|pain|blood|ward|diagnosis|symptom|dose', 'consent|referral|refer|summary|trace|privacy|confidential|insurer|hand over|read|audit|treat|agree|permission|may look|may see'] },
      { must: 3, need: 3, groups: ['@clinician', 'note|document|record|write|write down|chart|describe', 'patient|examination|operation|finding|referral|refer|treating|treat|diagnosis|pain|pregnancy|ward|blood|allergy|visit|wound|symptom|medicine|vaccination|dose'] },
      { must: 4, need: 4, groups: ['@clinician', 'read|see|look|open|access|share|get', 'only|treating|trace|consent|audit|allowed|refer', 'finding|record|history|result|examination|diagnosis|chart|referral|treatment'] },
    ],
  },
  entities: [
    {
      name: 'Patient', purpose: 'person under care with the record number of the institution; a merged duplicate points to the survivor', rowBytes: 1_500, store: 'record', alsoCalled: ['mother', 'person', 'resident', 'child'], perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'organizationId', type: 'uuid' }, { name: 'medicalRecordNumber', type: 'text', classification: 'phi' },
        { name: 'familyName', type: 'text', classification: 'phi' }, { name: 'givenName', type: 'text', classification: 'phi' }, { name: 'birthDate', type: 'date', classification: 'phi' },
        { name: 'sexAtBirth', type: 'text', nullable: true, classification: 'phi' }, { name: 'contact', type: 'jsonb', nullable: true, classification: 'phi' },
        { name: 'mergedIntoId', type: 'uuid', nullable: true }, { name: 'state', type: 'text', values: ['active', 'merged', 'deceased'] }, { name: 'version', type: 'int' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Practitioner', purpose: 'clinician or clerk with roles and specialties', rowBytes: 500, store: 'record', alsoCalled: ['physiotherapist', 'dentist', 'midwife', 'doctor', 'nurse', 'physician', 'therapist'], perUser: 0.02,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'organizationId', type: 'uuid' }, { name: 'displayName', type: 'text', classification: 'pii' },
        { name: 'licenceNumber', type: 'text', nullable: true, classification: 'pii' }, { name: 'roles', type: 'text[]' }, { name: 'specialties', type: 'text[]' },
        { name: 'active', type: 'boolean' },
      ],
    },
    {
      name: 'CareRelationship', purpose: 'why a practitioner may see a patient, and until when; the rule behind every chart access', rowBytes: 160, store: 'record', perUser: 3,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'patientId', type: 'uuid', references: 'Patient.id' }, { name: 'practitionerId', type: 'uuid', references: 'Practitioner.id' },
        { name: 'basis', type: 'text', values: ['treatment', 'referral', 'emergency', 'administration'] }, { name: 'validFrom', type: 'timestamptz' },
        { name: 'validTo', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'Encounter', purpose: 'visit, call or stay', rowBytes: 700, store: 'record', alsoCalled: ['treatment', 'birth', 'checkup', 'consultation', 'visit', 'examination', 'session'], createdBy: 'record-encounter', retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'patientId', type: 'uuid', references: 'Patient.id' }, { name: 'practitionerId', type: 'uuid', references: 'Practitioner.id' },
        { name: 'kind', type: 'text', values: ['outpatient', 'inpatient', 'emergency', 'virtual'] },
        { name: 'status', type: 'text', values: ['planned', 'arrived', 'in_progress', 'finished', 'cancelled'] }, { name: 'reason', type: 'text', nullable: true, classification: 'phi' },
        { name: 'summary', type: 'text', nullable: true, classification: 'phi' }, { name: 'startsAt', type: 'timestamptz' }, { name: 'endsAt', type: 'timestamptz', nullable: true },
        { name: 'version', type: 'int' },
      ],
    },
    {
      name: 'Observation', purpose: 'measured or found fact with its code and unit; corrected by a new version, never overwritten', rowBytes: 600, store: 'journal', alsoCalled: ['finding', 'sample', 'result'], createdBy: 'record-observation', retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'version', type: 'int', key: true }, { name: 'effectiveAt', type: 'timestamptz', key: true },
        { name: 'patientId', type: 'uuid', references: 'Patient.id' }, { name: 'encounterId', type: 'uuid', nullable: true, references: 'Encounter.id' }, { name: 'code', type: 'text' },
        { name: 'codeSystem', type: 'text' }, { name: 'measuredValue', type: 'jsonb', classification: 'phi' },
        { name: 'status', type: 'text', values: ['preliminary', 'final', 'amended', 'entered_in_error'] }, { name: 'sourceSystem', type: 'text' },
      ],
    },
    {
      name: 'MedicationOrder', purpose: 'prescription with dose and state', rowBytes: 500, store: 'record', createdBy: 'order-medication', retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'patientId', type: 'uuid', references: 'Patient.id' },
        { name: 'encounterId', type: 'uuid', nullable: true, references: 'Encounter.id' }, { name: 'prescriberId', type: 'uuid', references: 'Practitioner.id' },
        { name: 'medicationCode', type: 'text', classification: 'phi' }, { name: 'dosage', type: 'jsonb', classification: 'phi' },
        { name: 'state', type: 'text', values: ['draft', 'active', 'stopped', 'completed', 'entered_in_error'] }, { name: 'orderedAt', type: 'timestamptz' }, { name: 'version', type: 'int' },
      ],
    },
    {
      name: 'ClinicalDocument', purpose: 'letter, report or scan kept encrypted in the blob store with its digest', rowBytes: 500_000, store: 'blob', alsoCalled: ['letter', 'report', 'x-ray'], createdBy: 'add-document', retentionDays: 3_650,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'patientId', type: 'uuid', references: 'Patient.id' },
        { name: 'encounterId', type: 'uuid', nullable: true, references: 'Encounter.id' }, { name: 'documentType', type: 'text' }, { name: 'objectKey', type: 'text', unique: true },
        { name: 'sha256', type: 'bytea' }, { name: 'mediaType', type: 'text' }, { name: 'dataKeyRef', type: 'text', classification: 'internal' }, { name: 'authoredAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Consent', purpose: 'what a patient allows, to whom, for how long', rowBytes: 500, store: 'record', perUser: 1.5,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'patientId', type: 'uuid', references: 'Patient.id' }, { name: 'scope', type: 'text' },
        { name: 'decision', type: 'text', values: ['permit', 'deny'] }, { name: 'details', type: 'jsonb' }, { name: 'validFrom', type: 'timestamptz' },
        { name: 'validTo', type: 'timestamptz', nullable: true }, { name: 'recordedBy', type: 'uuid' },
      ],
    },
    {
      name: 'AccessAudit', purpose: 'who saw or changed what of whom, for which reason; chained so that a removed row shows', rowBytes: 380, store: 'journal', createdBy: 'list-observations', rowsPerOperation: 3.5, retentionDays: 2_190,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'occurredAt', type: 'timestamptz', key: true }, { name: 'actorId', type: 'uuid' }, { name: 'patientId', type: 'uuid' },
        { name: 'action', type: 'text', values: ['read', 'create', 'update', 'export', 'break_glass'] }, { name: 'resource', type: 'text' }, { name: 'reason', type: 'text', nullable: true },
        { name: 'sourceAddress', type: 'inet' }, { name: 'previousHash', type: 'bytea' }, { name: 'entryHash', type: 'bytea' },
      ],
    },
    {
      name: 'InboundMessage', purpose: 'message of a laboratory or hospital feed as received, with what became of it', rowBytes: 4_000, store: 'record', createdBy: 'import-bundle', retentionDays: 90,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'receivedAt', type: 'timestamptz' }, { name: 'sourceSystem', type: 'text' }, { name: 'messageControlId', type: 'text' },
        { name: 'payload', type: 'text', classification: 'phi' }, { name: 'state', type: 'text', values: ['accepted', 'parked', 'rejected'] }, { name: 'error', type: 'text', nullable: true },
      ],
    },
  ],
  // Shares follow one visit: the chart is opened by about three people, ten results arrive, one letter is written, two orders are placed.
  operations: [
    {
      id: 'search-patients', summary: 'Find a patient by number, name or birth date', actor: 'clinician',
      method: 'POST', path: '/patient-searches', kind: 'read', share: 0.0627, requestBytes: 200, responseBytes: 6_000, latencyP99Ms: 500, entity: 'Patient',
      list: true, synonyms: ['search patient', 'find patient', 'look up patient', 'list patient'],
      body: [
        { name: 'medicalRecordNumber', type: 'text', nullable: true, classification: 'phi' }, { name: 'familyName', type: 'text', nullable: true, classification: 'phi' },
        { name: 'birthDate', type: 'date', nullable: true, classification: 'phi' },
      ],
      example: { familyName: 'Okafor', birthDate: '1961-08-04' },
    },
    {
      id: 'get-patient', summary: 'Open the header of a chart', actor: 'clinician',
      method: 'GET', path: '/patients/{patientId}', kind: 'read', share: 0.157, requestBytes: 150, responseBytes: 3_000, latencyP99Ms: 350, entity: 'Patient',
      synonyms: ['view patient', 'open chart', 'view chart', 'access record', 'view record', 'read record', 'access patient record', 'retrieve record'],
    },
    {
      id: 'list-observations', summary: 'List results of a patient by code and date', actor: 'clinician',
      method: 'GET', path: '/patients/{patientId}/observations', kind: 'read', share: 0.251043, requestBytes: 200, responseBytes: 30_000, latencyP99Ms: 600, entity: 'Observation',
      list: true, synonyms: ['view lab result', 'list observation', 'view result', 'view vital', 'read lab result'],
    },
    {
      id: 'list-encounters', summary: 'List visits of a patient', actor: 'clinician',
      method: 'GET', path: '/patients/{patientId}/encounters', kind: 'read', share: 0.125, requestBytes: 150, responseBytes: 10_000, latencyP99Ms: 500, entity: 'Encounter',
      list: true, synonyms: ['view visit', 'list visit', 'list encounter', 'view history'],
    },
    {
      id: 'record-encounter', summary: 'Open a visit', actor: 'clinician',
      method: 'POST', path: '/encounters', kind: 'write', share: 0.0313, requestBytes: 1_500, responseBytes: 800, latencyP99Ms: 600, entity: 'Encounter',
      idempotent: true, synonyms: ['record visit', 'record encounter', 'create encounter', 'start visit', 'start consultation', 'admit patient', 'hold consultation', 'visit', 'consultation'],
      body: [
        { name: 'patientId', type: 'uuid' }, { name: 'practitionerId', type: 'uuid' }, { name: 'kind', type: 'text', values: ['outpatient', 'inpatient', 'emergency', 'virtual'] },
        { name: 'startsAt', type: 'timestamptz' }, { name: 'reason', type: 'text', nullable: true, classification: 'phi' },
      ],
      example: { patientId: '0192f0c5-0c1d-7a6e-9f20-4bd0c2c1a5e1', practitionerId: '0192f0c5-2b7f-7e30-8c4d-1a9d1f7e6b02', kind: 'outpatient', startsAt: '2026-03-16T09:20:00Z', reason: 'Follow-up of hypertension' },
    },
    {
      id: 'register-patient', summary: 'Register a patient after a duplicate check', actor: 'clerk',
      method: 'POST', path: '/patients', kind: 'write', share: 0.0047, requestBytes: 1_500, responseBytes: 900, latencyP99Ms: 700, entity: 'Patient',
      idempotent: true, synonyms: ['register patient', 'create patient', 'add patient', 'enrol patient', 'onboard patient'],
      body: [
        { name: 'medicalRecordNumber', type: 'text', classification: 'phi' }, { name: 'familyName', type: 'text', classification: 'phi' },
        { name: 'givenName', type: 'text', classification: 'phi' }, { name: 'birthDate', type: 'date', classification: 'phi' },
        { name: 'sexAtBirth', type: 'text', nullable: true, classification: 'phi' }, { name: 'contact', type: 'jsonb', nullable: true, classification: 'phi' },
      ],
      example: { medicalRecordNumber: 'MRN-0042917', familyName: 'Okafor', givenName: 'Ngozi', birthDate: '1961-08-04', contact: { phone: '+12025550143' } },
    },
    {
      id: 'update-encounter', summary: 'Write notes or finish a visit', actor: 'clinician',
      method: 'PATCH', path: '/encounters/{encounterId}', kind: 'write', share: 0.047, requestBytes: 2_500, responseBytes: 800, latencyP99Ms: 600, entity: 'Encounter',
      idempotent: true, synonyms: ['update visit', 'write note', 'finish visit', 'update record', 'edit record'],
      body: [
        { name: 'version', type: 'int' }, { name: 'status', type: 'text', values: ['arrived', 'in_progress', 'finished', 'cancelled'] },
        { name: 'summary', type: 'text', nullable: true, classification: 'phi' },
      ],
      example: { version: 2, status: 'finished', summary: 'Blood pressure controlled; continue medication.' },
    },
    {
      id: 'record-observation', summary: 'Record a measurement or a result', actor: 'clinician',
      method: 'POST', path: '/observations', kind: 'write', share: 0.094, requestBytes: 1_500, responseBytes: 600, latencyP99Ms: 500, entity: 'Observation',
      idempotent: true, synonyms: ['record observation', 'record lab result', 'add result', 'record vital', 'upload lab result', 'submit reading', 'add record'],
      body: [
        { name: 'patientId', type: 'uuid' }, { name: 'encounterId', type: 'uuid', nullable: true }, { name: 'code', type: 'text' }, { name: 'codeSystem', type: 'text' },
        { name: 'effectiveAt', type: 'timestamptz' }, { name: 'measuredValue', type: 'jsonb', classification: 'phi' },
      ],
      example: { patientId: '0192f0c5-0c1d-7a6e-9f20-4bd0c2c1a5e1', code: '8480-6', codeSystem: 'http://loinc.org', effectiveAt: '2026-03-16T09:31:00Z', measuredValue: { value: 132, unit: 'mm[Hg]' } },
    },
    {
      id: 'order-medication', summary: 'Prescribe a medication', actor: 'clinician',
      method: 'POST', path: '/medication-orders', kind: 'write', share: 0.0313, requestBytes: 900, responseBytes: 600, latencyP99Ms: 700, entity: 'MedicationOrder',
      idempotent: true, synonyms: ['prescribe medication', 'write prescription', 'order medication', 'create prescription', 'issue prescription'],
      body: [
        { name: 'patientId', type: 'uuid' }, { name: 'encounterId', type: 'uuid', nullable: true }, { name: 'medicationCode', type: 'text', classification: 'phi' },
        { name: 'dosage', type: 'jsonb', classification: 'phi' },
      ],
      example: { patientId: '0192f0c5-0c1d-7a6e-9f20-4bd0c2c1a5e1', medicationCode: 'rxnorm:197361', dosage: { dose: '5 mg', frequency: 'once daily' } },
    },
    {
      id: 'list-medication-orders', summary: 'List current and past medication', actor: 'clinician',
      method: 'GET', path: '/patients/{patientId}/medication-orders', kind: 'read', share: 0.094, requestBytes: 150, responseBytes: 6_000, latencyP99Ms: 500, entity: 'MedicationOrder',
      list: true, synonyms: ['view medication', 'list prescription', 'view prescription'],
    },
    {
      id: 'add-document', summary: 'Reserve an encrypted upload for a clinical document', actor: 'clinician',
      method: 'POST', path: '/documents', kind: 'write', share: 0.0188, requestBytes: 500, responseBytes: 700, latencyP99Ms: 700, entity: 'ClinicalDocument',
      idempotent: true, synonyms: ['upload document', 'upload scan', 'add report', 'upload image', 'store document'],
      body: [{ name: 'patientId', type: 'uuid' }, { name: 'documentType', type: 'text' }, { name: 'mediaType', type: 'text' }, { name: 'sha256', type: 'text' }],
      example: { patientId: '0192f0c5-0c1d-7a6e-9f20-4bd0c2c1a5e1', documentType: 'discharge-letter', mediaType: 'application/pdf', sha256: '9f2c4e0d7ab1385c6e21f04b9d7733a85c10e6f2b4d89a7c35e1f60248bd97ac' },
    },
    {
      id: 'get-document', summary: 'Open a clinical document through a short-lived address', actor: 'clinician',
      method: 'GET', path: '/documents/{documentId}', kind: 'read', share: 0.047, requestBytes: 150, responseBytes: 800, latencyP99Ms: 600, entity: 'ClinicalDocument',
      synonyms: ['view document', 'download report', 'open letter', 'view scan'],
    },
    {
      id: 'import-bundle', summary: 'Take a batch from a laboratory or hospital feed', actor: 'partner system',
      method: 'POST', path: '/inbound-bundles', kind: 'write', share: 0.0313, requestBytes: 20_000, responseBytes: 400, latencyP99Ms: 1_500, entity: 'InboundMessage',
      asynchronous: true, idempotent: true, synonyms: ['import lab result', 'receive lab result', 'ingest hl7', 'import fhir bundle', 'exchange record', 'sync record'],
      body: [{ name: 'sourceSystem', type: 'text' }, { name: 'messageControlId', type: 'text' }, { name: 'payload', type: 'text', classification: 'phi' }],
      example: { sourceSystem: 'lab-north', messageControlId: 'LN-20260316-00871', payload: '{"resourceType":"Bundle","type":"transaction"}' },
    },
    {
      id: 'record-consent', summary: 'Record or withdraw a consent', actor: 'patient',
      method: 'POST', path: '/patients/{patientId}/consents', kind: 'write', share: 0.00313, requestBytes: 500, responseBytes: 300, latencyP99Ms: 500, entity: 'Consent',
      idempotent: true, synonyms: ['give consent', 'withdraw consent', 'record consent', 'share record', 'manage consent'],
      body: [
        { name: 'scope', type: 'text' }, { name: 'decision', type: 'text', values: ['permit', 'deny'] }, { name: 'details', type: 'jsonb' },
        { name: 'validTo', type: 'timestamptz', nullable: true },
      ],
      example: { scope: 'share-with-specialists', decision: 'permit', details: { organizations: ['cardiology-centre'] } },
    },
    {
      id: 'break-glass', summary: 'Open a chart without a care relationship, with a reason', actor: 'clinician',
      method: 'POST', path: '/patients/{patientId}/emergency-access', kind: 'write', share: 0.000157, requestBytes: 300, responseBytes: 200, latencyP99Ms: 500, entity: 'CareRelationship',
      idempotent: true, synonyms: ['emergency access', 'break glass', 'override access'],
      body: [{ name: 'reason', type: 'text' }],
      example: { reason: 'Unconscious patient in the emergency room' },
    },
    {
      id: 'list-accesses', summary: 'List who has seen a patient’s record', actor: 'privacy officer',
      method: 'GET', path: '/patients/{patientId}/accesses', kind: 'read', share: 0.00157, requestBytes: 200, responseBytes: 15_000, latencyP99Ms: 1_500, entity: 'AccessAudit',
      list: true, synonyms: ['audit access', 'view audit log', 'view audit trail', 'list access'],
    },
  ],
  optional: [
    { name: 'Prescribing', words: 'medication|prescription|prescribe|drug|medicine|dose|pharmacy|ward|inpatient|hospital|ehr|emr|health record|medical record|patient record|doctor|physician|telemedicine|healthcare|fhir', operations: ['order-medication', 'list-medication-orders'], entities: ['MedicationOrder'] },
    { name: 'Feeds of laboratories and hospitals', words: 'hl7|fhir|import|integrate|integration|laboratory|lab|lab result|hospital|ehr|emr|health record|medical record|patient record|interoperability|referral|refer|healthcare|exchange', operations: ['import-bundle'], entities: ['InboundMessage'], externals: ['partner-feed'] },
    { name: 'Access in an emergency', words: 'emergency|hospital|ward|break glass|paramedic|ambulance|surgeon|ehr|emr|health record|medical record|patient record|healthcare|telemedicine|fhir|clinical', operations: ['break-glass'], entities: [] },
  ],
  mainOperation: 'record-encounter',
  flows: [
    {
      id: 'open-chart', title: 'A clinician opens a chart', operation: 'list-observations', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'asks for results with a session bound to a second factor' },
        { from: 'api', to: 'primary-store', action: 'checks role, care relationship and consent for this patient' },
        { from: 'api', to: 'append-store', action: 'writes the access entry before anything is returned' },
        { from: 'api', to: 'append-store', action: 'reads the newest versions by patient, code and date' },
        { from: 'api', to: 'client', action: 'returns the page without fields the role may not see' },
      ],
    },
    {
      id: 'record-result', title: 'A result is written', operation: 'record-observation', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'posts the result with code, unit and instant' },
        { from: 'api', to: 'primary-store', action: 'validates code, unit and plausible range against the terminology, then stores the outbox row with the entry' },
        { from: 'api', to: 'append-store', action: 'stores the new version and the access entry' },
        { from: 'api', to: 'client', action: 'returns the version' },
        { from: 'worker', to: 'external:notifications', action: 'tells the ordering clinician that a result is waiting, without naming it' },
      ],
    },
    {
      id: 'lab-feed', title: 'A laboratory sends results', operation: 'import-bundle', mode: 'async',
      steps: [
        { from: 'external:partner-feed', to: 'api', action: 'posts a batch over mutual TLS' },
        { from: 'api', to: 'primary-store', action: 'stores the message as received and acknowledges its control id' },
        { from: 'api', to: 'queue', action: 'enqueues it in the order of the source' },
        { from: 'worker', to: 'primary-store', action: 'matches the patient by number and birth date; parks the message when in doubt' },
        { from: 'worker', to: 'append-store', action: 'writes observations keyed by source and control id' },
      ],
    },
    {
      id: 'emergency', title: 'A chart is opened in an emergency', operation: 'break-glass', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'states the reason for access without a relationship' },
        { from: 'api', to: 'primary-store', action: 'grants a relationship that ends after a few hours' },
        { from: 'api', to: 'append-store', action: 'writes a break-glass entry' },
        { from: 'worker', to: 'external:notifications', action: 'alerts the privacy officer, who must review it' },
      ],
    },
    {
      id: 'downtime', title: 'The system is unreachable at the point of care', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'reads today’s and tomorrow’s patients from a replica every few minutes' },
        { from: 'worker', to: 'blob-store', action: 'writes encrypted summaries that wards can open offline' },
        { from: 'client', to: 'blob-store', action: 'opens the last summary with a local credential' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'results-of-patient', entity: 'Observation', purpose: 'results by code over time', by: ['patientId', 'code', 'effectiveAt'], order: 'effectiveAt desc', kind: 'range', operation: 'list-observations' },
    { id: 'patient-by-number', entity: 'Patient', purpose: 'exact match', by: ['organizationId', 'medicalRecordNumber'], kind: 'lookup', operation: 'search-patients' },
    { id: 'patient-by-name', entity: 'Patient', purpose: 'demographic match within an institution', by: ['organizationId', 'familyName', 'birthDate'], kind: 'lookup', operation: 'search-patients' },
    { id: 'encounters-of-patient', entity: 'Encounter', purpose: 'timeline', by: ['patientId', 'startsAt'], order: 'startsAt desc', kind: 'range', operation: 'list-encounters' },
    { id: 'encounters-of-practitioner', entity: 'Encounter', purpose: 'list of the day', by: ['practitionerId', 'startsAt'], order: 'startsAt asc', kind: 'range' },
    { id: 'relationship', entity: 'CareRelationship', purpose: 'permission check of each request', by: ['practitionerId', 'patientId', 'validTo'], kind: 'lookup', operation: 'get-patient' },
    { id: 'medications-of-patient', entity: 'MedicationOrder', purpose: 'current medication', by: ['patientId', 'state', 'orderedAt'], order: 'orderedAt desc', kind: 'range', operation: 'list-medication-orders' },
    { id: 'documents-of-patient', entity: 'ClinicalDocument', purpose: 'letters and reports', by: ['patientId', 'authoredAt'], order: 'authoredAt desc', kind: 'range', operation: 'get-document' },
    { id: 'accesses-of-patient', entity: 'AccessAudit', purpose: 'disclosure report', by: ['patientId', 'occurredAt'], order: 'occurredAt desc', kind: 'range', operation: 'list-accesses' },
    { id: 'accesses-of-actor', entity: 'AccessAudit', purpose: 'investigate one account', by: ['actorId', 'occurredAt'], order: 'occurredAt desc', kind: 'range' },
    { id: 'parked-messages', entity: 'InboundMessage', purpose: 'messages that need a person', by: ['state', 'receivedAt'], order: 'receivedAt asc', kind: 'queue' },
  ],
  events: [
    { name: 'ResultRecorded', when: 'a final or amended result was stored', entity: 'Observation', consumers: ['ordering clinician', 'decision support', 'reporting replica'] },
    { name: 'EncounterFinished', when: 'a visit was closed', entity: 'Encounter', consumers: ['billing export', 'reporting replica'] },
    { name: 'ConsentChanged', when: 'a consent was given or withdrawn', entity: 'Consent', consumers: ['permission cache', 'partner exchange'] },
    { name: 'EmergencyAccessUsed', when: 'a chart was opened without a relationship', entity: 'CareRelationship', consumers: ['privacy officer'] },
  ],
  externals: [
    { id: 'partner-feed', name: 'Laboratory and hospital systems', purpose: 'results and admissions as FHIR or HL7 version 2', providers: ['hospital integration engine', 'laboratory information system', 'Health Gorilla', 'Redox'], timeoutMs: 10_000, share: 0.3 },
    { id: 'identity', name: 'Workforce sign-in', purpose: 'signs clinicians in with two factors', providers: ['Microsoft Entra ID', 'Okta', 'Keycloak'], timeoutMs: 3_000, share: 0.1 },
    { id: 'notifications', name: 'Message provider', purpose: 'messages without clinical content', providers: ['Amazon SES', 'Twilio'], timeoutMs: 5_000, share: 0.4, unitPrice: fact('one e-mail through Amazon SES', 0.0001, 'USD', ses) },
  ],
  consistency: [
    { scope: 'clinical writes', need: 'strong and versioned; an acknowledged write survives the loss of a node', why: 'a lost result can harm a patient' },
    { scope: 'access audit', need: 'written before data is returned, in the same transaction as a write', why: 'an unlogged access is a reportable breach' },
    { scope: 'permissions', need: 'a withdrawn consent or relationship acts at once', why: 'the law counts from the withdrawal' },
    { scope: 'reporting', need: 'eventual, from a replica', why: 'statistics must not slow down care' },
  ],
  needs: ['transactions', 'joins', 'unique-constraint', 'append-heavy', 'range-scan', 'object-storage', 'work-queue', 'ordering'],
  defaults: [
    { key: 'retention', subject: 'access-audit', value: interval(2_190 * SECONDS_PER_DAY, 2_190 * SECONDS_PER_DAY, 3_650 * SECONDS_PER_DAY), unit: 's', reason: 'six years is what HIPAA asks for its documentation, and the usual reading for access logs', source: retentionRule },
    { key: 'retention', subject: 'observation', value: interval(2_190 * SECONDS_PER_DAY, 3_650 * SECONDS_PER_DAY, 10_950 * SECONDS_PER_DAY), unit: 's', reason: 'set by state or national law: often ten years, for children longer' },
    { key: 'rpo', value: interval(0, 60, 300), unit: 's', reason: 'what was charted must not have to be remembered' },
    { key: 'rto', value: interval(900, 3_600, 14_400), unit: 's', reason: 'wards fall back to paper within the hour' },
    { key: 'availability', value: interval(0.999, 0.9995, 0.9999), unit: 'ratio', reason: 'used around the clock where beds are; a companion application needs less' },
    { key: 'read-write-ratio', value: interval(2, 3, 6), unit: 'ratio', reason: 'charts are read by several people for each entry' },
    { key: 'size', subject: 'clinical-document', value: interval(100_000, 500_000, 5_000_000), unit: 'B', reason: 'letters and scans; medical imaging is out of scope' },
  ],
  operationsPerUserPerDay: assumption('requests per active person and day', interval(3, 20, 450), 'count', 'a clinician with fifteen visits makes about 450, a patient looking at own data three; patients are the many'),
  peakFactor: assumption('peak ÷ mean', interval(2.5, 4, 6), 'ratio', 'clinic hours in one time zone, and the change of shift'),
  jobs: {
    perMainOperation: assumption('jobs per visit', interval(2, 5, 15), 'count', 'results, messages and exports around a visit'),
    seconds: assumption('seconds a job holds a worker', interval(0.05, 0.3, 2), 's', 'validate, match and store; partner calls wait'),
    bytes: assumption('job message', interval(500, 4_000, 20_000), 'B', 'one message of a feed'),
  },
  risks: [
    { risk: 'an insider or a stolen account reads records without a reason', failureModes: ['credential-leak'] },
    { risk: 'the system is down at the point of care', failureModes: ['region-loss', 'db-primary-loss', 'az-loss'] },
    { risk: 'two patients are merged wrongly, or a result lands in the wrong chart', failureModes: ['data-corruption'] },
    { risk: 'ransomware encrypts data and backups alike', failureModes: ['backup-unusable'] },
    { risk: 'a feed stalls behind one malformed message', failureModes: ['poison-message', 'queue-backlog'] },
    { risk: 'a certificate of a partner connection expires at night', failureModes: ['cert-expiry'] },
  ],
  mechanisms: ['audit-hash-chain', 'envelope-encryption', 'inbox-deduplication', 'tenant-row-level-security', 'transactional-outbox', 'backup-and-restore', 'idempotency-key', 'dead-letter-and-replay', 'read-your-writes', 'cursor-pagination', 'time-partitioned-tables', 'expand-and-contract', 'session-store'],
  questions: [
    { id: 'regime', question: 'Which country’s rules apply, and must providers sign a business associate agreement?', default: 'hipaa', changes: 'which providers and regions are allowed at all', key: 'compliance', priority: 1 },
    { id: 'role', question: 'Is this the record the institution relies on, or a companion to one?', default: 'companion', changes: 'availability, recovery and the interfaces that must be certified', key: 'capability', subject: 'system-of-record', priority: 1 },
    { id: 'recovery', question: 'How much charted data may be lost, and how long may the system be away?', default: '1 minute', changes: 'synchronous copies in two zones, a second region', key: 'rpo', priority: 1 },
    { id: 'patients', question: 'How many patients are there?', default: '50,000', changes: 'size; the load itself is usually modest', key: 'population', subject: 'patient', priority: 2 },
    { id: 'interfaces', question: 'Which systems exchange data: FHIR, HL7 version 2, imaging?', default: 'FHIR R4', changes: 'an integration gateway; imaging adds terabytes', key: 'capability', subject: 'fhir-exchange', priority: 2 },
    { id: 'retention', question: 'How long must records be kept by your law?', default: '10 years', changes: 'storage over time, and when data may be deleted', key: 'retention', subject: 'observation', priority: 3 },
  ],
  nonGoals: [
    'medical imaging archive',
    'insurance claims and coding',
    'decision support that counts as a medical device',
    'appointment scheduling',
  ],
  sources: [retentionRule, auditRule, ses, asvs, usCore],
});
