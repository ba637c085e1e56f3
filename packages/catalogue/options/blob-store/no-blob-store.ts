import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'no-blob-store', decision: 'blob-store', name: 'No object store', summary: 'the system keeps no files',
  technologies: [], provides: [], requires: [], tags: [], conflicts: [], parameters: {}, figures: [], costs: [],
  limits: [{ id: 'bytes', label: 'object bytes', unit: 'B', demand: 'blobBytes', limit: '0 * oneByte', why: 'large objects do not belong in rows' }],
  build: { formula: '0 * oneHour', reason: 'nothing to set up' }, run: { formula: '0 * oneHour * onePerMonth', reason: 'nothing to run' }, parts: 0,
  gains: 'no uploads to scan, expire or sign', gives: 'no place for files', rollback: 'add a bucket with signed uploads',
});
